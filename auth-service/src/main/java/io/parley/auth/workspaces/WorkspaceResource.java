package io.parley.auth.workspaces;

import io.parley.contracts.UserId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The caller's workspaces. A token is for one of them; refreshing it can name another. */
@Path("/api/v1/workspaces")
class WorkspaceResource {

    private final WorkspaceRepository workspaces;
    private final Caller caller;

    WorkspaceResource(WorkspaceRepository workspaces, Caller caller) {
        this.workspaces = workspaces;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    public Uni<Page<WorkspaceView>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable String after) {
        return workspaces.of(user(), limit, after);
    }

    @POST
    @RolesAllowed(Access.VIEWER)
    @ResponseStatus(201)
    public Uni<WorkspaceView> create(@NotNull @Valid CreateWorkspace create) {
        return workspaces
                .add(create.name(), user())
                .map(added -> added.orElseThrow(WorkspaceProblems.NO_ACCOUNT::problem));
    }

    private UserId user() {
        return new UserId(caller.subject());
    }
}
