package io.parley.auth.factors;

import io.parley.platform.problems.ProblemType;

final class FactorProblems {

    static final ProblemType SECOND_FACTOR_NEEDED = new ProblemType(
            "second-factor-needed", 401, "Log in once more, with the authenticator's code or a recovery code");
    static final ProblemType FACTOR_REFUSED =
            new ProblemType("second-factor-refused", 401, "The password or the code is wrong, or tried too often");
    static final ProblemType NOT_ENROLLED =
            new ProblemType("second-factor-not-enrolled", 409, "There is no second factor of which this could be done");
    static final ProblemType ENROLLED_ALREADY =
            new ProblemType("second-factor-enrolled", 409, "There is a second factor; disable it first");

    private FactorProblems() {}
}
