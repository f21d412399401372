package io.parley.auth.workspaces;

import io.parley.auth.tokens.Role;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MemberService {

    private final MemberRepository repository;
    private final Caller caller;

    MemberService(MemberRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    Uni<Page<MemberView>> list(UUID workspace, int limit, @Nullable String after) {
        return repository.list(own(workspace), limit, after);
    }

    Uni<MemberView> set(UUID workspace, SetMember member) {
        WorkspaceId own = own(workspace);
        if (member.role() == Role.OWNER && !byOwner()) {
            throw WorkspaceProblems.OWNERS_ONLY.problem();
        }
        return repository.set(own, actor(), byOwner(), member).map(MemberService::changed);
    }

    Uni<Void> remove(UUID workspace, UserId user) {
        return repository
                .remove(own(workspace), actor(), byOwner(), user)
                .map(MemberService::changed)
                .replaceWithVoid();
    }

    private static MemberView changed(MemberChange change) {
        return switch (change) {
            case MemberChange.Done done -> done.member();
            case MemberChange.NoSuchUser() -> throw WorkspaceProblems.USER_NOT_FOUND.problem();
            case MemberChange.Unverified() -> throw WorkspaceProblems.ADDRESS_NOT_VERIFIED.problem();
            case MemberChange.NoSuchMember() -> throw WorkspaceProblems.MEMBER_NOT_FOUND.problem();
            case MemberChange.OwnersOnly() -> throw WorkspaceProblems.OWNERS_ONLY.problem();
            case MemberChange.LastOwner() -> throw WorkspaceProblems.LAST_OWNER.problem();
        };
    }

    private WorkspaceId own(UUID workspace) {
        if (!caller.workspace().value().equals(workspace)) {
            throw WorkspaceProblems.WORKSPACE_NOT_FOUND.problem();
        }
        return caller.workspace();
    }

    private UserId actor() {
        return new UserId(caller.subject());
    }

    private boolean byOwner() {
        return caller.hasRole(Access.OWNER);
    }
}
