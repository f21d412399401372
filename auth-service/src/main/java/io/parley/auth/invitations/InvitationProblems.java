package io.parley.auth.invitations;

import io.parley.platform.problems.ProblemType;

final class InvitationProblems {

    static final ProblemType WORKSPACE_NOT_FOUND = new ProblemType("workspace-not-found", 404, "No such workspace");
    static final ProblemType INVITATION_NOT_FOUND = new ProblemType("invitation-not-found", 404, "No such invitation");
    static final ProblemType INVITATION_REFUSED = new ProblemType(
            "invitation-refused",
            404,
            "The invitation is for another address, unknown, accepted, expired, revoked or replaced by a later one");
    static final ProblemType OWNERS_ONLY = new ProblemType("owners-only", 403, "Only an owner can invite an owner");
    static final ProblemType MEMBER_ALREADY =
            new ProblemType("member-already", 409, "Whoever has this address is a member of the workspace");

    static final ProblemType INVITED_TOO_OFTEN = new ProblemType(
            "invited-too-often", 429, "This address was written to, or this network asked for mails, too often");

    private InvitationProblems() {}
}
