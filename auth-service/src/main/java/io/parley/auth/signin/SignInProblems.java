package io.parley.auth.signin;

import io.parley.platform.problems.Problem;
import io.parley.platform.problems.ProblemType;

final class SignInProblems {

    static final ProblemType PROVIDER_UNUSABLE =
            new ProblemType("identity-provider-unusable", 502, "The workspace's identity provider cannot be used now");
    static final ProblemType SIGN_IN_REFUSED = new ProblemType("sign-in-refused", 401, "The sign-in did not succeed");
    static final ProblemType NO_ROLE = new ProblemType(
            "no-role", 403, "None of the user's groups at the identity provider has a role in the workspace");

    private SignInProblems() {}

    static Problem refused(String why) {
        return SIGN_IN_REFUSED.problem(why + ". Start again.");
    }
}
