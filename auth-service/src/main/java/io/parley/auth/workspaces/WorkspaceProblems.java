package io.parley.auth.workspaces;

import io.parley.platform.problems.ProblemType;

final class WorkspaceProblems {

    static final ProblemType WORKSPACE_NOT_FOUND = new ProblemType("workspace-not-found", 404, "No such workspace");
    static final ProblemType USER_NOT_FOUND =
            new ProblemType("user-not-found", 404, "There is no account with this e-mail address");
    static final ProblemType ADDRESS_NOT_VERIFIED = new ProblemType(
            "address-not-verified",
            409,
            "Whoever registered with this address has not shown that it is theirs: invite it instead");
    static final ProblemType MEMBER_NOT_FOUND = new ProblemType("member-not-found", 404, "No such member");
    static final ProblemType LAST_OWNER = new ProblemType("last-owner", 409, "A workspace keeps at least one owner");
    static final ProblemType OWNERS_ONLY =
            new ProblemType("owners-only", 403, "Only an owner can make or change an owner");

    static final ProblemType NO_ACCOUNT = new ProblemType(
            "no-account", 403, "Who signs in at a workspace's identity provider can make no further workspaces");

    private WorkspaceProblems() {}
}
