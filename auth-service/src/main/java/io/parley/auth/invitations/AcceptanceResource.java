package io.parley.auth.invitations;

import io.parley.platform.access.Access;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Accepts an invitation in the name of the caller, in whatever workspace their token is for. */
@Path("/api/v1/auth/invitations/accept")
class AcceptanceResource {

    private final InvitationService invitations;

    AcceptanceResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    @POST
    @RolesAllowed(Access.VIEWER)
    public Uni<AcceptedView> accept(@NotNull @Valid AcceptInvitation accept) {
        return invitations.accept(accept.token());
    }
}
