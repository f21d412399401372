package io.parley.auth.invitations;

import io.parley.auth.lockout.Lockout;
import io.parley.auth.lockout.Origin;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitations: mailed, good for a week, and once, for the user who has the address that they went to. */
@ApplicationScoped
class InvitationService {

    private final InvitationRepository repository;
    private final Lockout lockout;
    private final Sealer sealer;
    private final Caller caller;

    InvitationService(InvitationRepository repository, Lockout lockout, Sealer sealer, Caller caller) {
        this.repository = repository;
        this.lockout = lockout;
        this.sealer = sealer;
        this.caller = caller;
    }

    /** @param address of the caller in the network: nobody is to be buried in invitations, and none to bury others */
    Uni<InvitationView> invite(UUID workspace, Invite invite, String address) {
        WorkspaceId own = own(workspace);
        if (invite.role() == Role.OWNER && !caller.hasRole(Access.OWNER)) {
            throw InvitationProblems.OWNERS_ONLY.problem();
        }
        return lockout.request(new Origin(invite.email(), address))
                .chain(allowed -> allowed
                        ? invite(own, invite)
                        : Uni.createFrom().failure(InvitationProblems.INVITED_TOO_OFTEN::problem));
    }

    private Uni<InvitationView> invite(WorkspaceId own, Invite invite) {
        String token = OpaqueSecret.generate();
        return repository
                .invite(own, caller.subject(), invite, token, sealer.seal(token))
                .map(made -> made.orElseThrow(InvitationProblems.MEMBER_ALREADY::problem));
    }

    Uni<Page<InvitationView>> list(UUID workspace, int limit, @Nullable String after) {
        return repository.list(own(workspace), limit, after);
    }

    Uni<Void> revoke(UUID workspace, UUID invitation) {
        return repository
                .revoke(own(workspace), caller.subject(), invitation)
                .invoke(revoked -> {
                    if (!revoked) {
                        throw InvitationProblems.INVITATION_NOT_FOUND.problem();
                    }
                })
                .replaceWithVoid();
    }

    Uni<AcceptedView> accept(String token) {
        return repository
                .accept(token, caller.subject())
                .map(accepted -> accepted.orElseThrow(InvitationProblems.INVITATION_REFUSED::problem));
    }

    private WorkspaceId own(UUID workspace) {
        if (!caller.workspace().value().equals(workspace)) {
            throw InvitationProblems.WORKSPACE_NOT_FOUND.problem();
        }
        return caller.workspace();
    }
}
