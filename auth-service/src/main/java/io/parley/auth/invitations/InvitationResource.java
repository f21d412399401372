package io.parley.auth.invitations;

import io.parley.platform.access.Access;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The invitations to the workspace that the caller's token is for; any other is not found. */
@Path("/api/v1/workspaces/{workspace}/invitations")
class InvitationResource {

    private final InvitationService invitations;

    InvitationResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    /** Mails it. Who is invited already is invited anew: only the latest mail counts. */
    @POST
    @RolesAllowed(Access.ADMIN)
    @ResponseStatus(201)
    public Uni<InvitationView> invite(
            @RestPath UUID workspace, @NotNull @Valid Invite invite, @Context HttpServerRequest request) {
        return invitations.invite(workspace, invite, request.remoteAddress().hostAddress());
    }

    /** Those that are neither accepted nor revoked, expired ones too. */
    @GET
    @RolesAllowed(Access.ADMIN)
    public Uni<Page<InvitationView>> list(
            @RestPath UUID workspace,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after) {
        return invitations.list(workspace, limit, after);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Access.ADMIN)
    public Uni<Void> revoke(@RestPath UUID workspace, @RestPath UUID id) {
        return invitations.revoke(workspace, id);
    }
}
