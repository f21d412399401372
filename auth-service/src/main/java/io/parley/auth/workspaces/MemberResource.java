package io.parley.auth.workspaces;

import io.parley.contracts.UserId;
import io.parley.platform.access.Access;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The members of the workspace that the caller's token is for; any other is not found. */
@Path("/api/v1/workspaces/{workspace}/members")
class MemberResource {

    private final MemberService members;

    MemberResource(MemberService members) {
        this.members = members;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    public Uni<Page<MemberView>> list(
            @RestPath UUID workspace,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after) {
        return members.list(workspace, limit, after);
    }

    /** Adds somebody with an account, or changes a member's role. */
    @PUT
    @RolesAllowed(Access.ADMIN)
    public Uni<MemberView> set(@RestPath UUID workspace, @NotNull @Valid SetMember member) {
        return members.set(workspace, member);
    }

    @DELETE
    @Path("/{user}")
    @RolesAllowed(Access.ADMIN)
    public Uni<Void> remove(@RestPath UUID workspace, @RestPath UUID user) {
        return members.remove(workspace, new UserId(user));
    }
}
