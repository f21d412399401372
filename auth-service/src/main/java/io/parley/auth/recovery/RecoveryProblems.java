package io.parley.auth.recovery;

import io.parley.platform.problems.ProblemType;

final class RecoveryProblems {

    static final ProblemType TOKEN_REFUSED = new ProblemType(
            "mailed-token-refused", 401, "The token is unknown, expired, used or replaced by one in a later mail");

    private RecoveryProblems() {}
}
