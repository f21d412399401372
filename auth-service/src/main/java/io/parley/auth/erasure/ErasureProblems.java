package io.parley.auth.erasure;

import io.parley.platform.problems.ProblemType;

final class ErasureProblems {

    static final ProblemType USER_NOT_FOUND = new ProblemType("user-not-found", 404, "No such user");
    static final ProblemType ERASURE_REFUSED = new ProblemType(
            "erasure-refused",
            401,
            "The password or the code is wrong, or tried too often; who has no password signs in again first");
    static final ProblemType ONLY_OWNER =
            new ProblemType("only-owner", 409, "The user is the only owner of workspaces that others are in");
    static final ProblemType OPERATOR_STAYS =
            new ProblemType("operator-stays", 409, "Whoever runs the platform cannot be erased");

    private ErasureProblems() {}
}
