package io.parley.run.targets;

import io.parley.contracts.TargetId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Registered systems under test. */
@Path("/api/v1/targets")
class TargetResource {

    private final Targets targets;
    private final Caller caller;

    TargetResource(Targets targets, Caller caller) {
        this.targets = targets;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Register a target; its secrets are sealed and never returned")
    public Uni<TargetView> add(@NotNull @Valid TargetInput input) {
        return targets.add(caller.workspace(), input);
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the targets by name")
    public Uni<Page<TargetView>> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        return targets.list(caller.workspace(), Slice.of(limit, after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a target")
    public Uni<TargetView> show(@RestPath UUID id) {
        return targets.view(caller.workspace(), new TargetId(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Change a target; runs under way keep what they started with")
    public Uni<TargetView> change(@RestPath UUID id, @NotNull @Valid TargetInput input) {
        return targets.change(caller.workspace(), new TargetId(id), input);
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Remove a target; its runs stay")
    public Uni<Void> remove(@RestPath UUID id) {
        return targets.remove(caller.workspace(), new TargetId(id));
    }
}
