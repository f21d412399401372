package io.parley.auth.users;

import io.parley.platform.problems.ProblemType;

final class UserProblems {

    static final ProblemType EMAIL_TAKEN =
            new ProblemType("email-taken", 409, "There is an account with this e-mail address");
    static final ProblemType USER_NOT_FOUND = new ProblemType("user-not-found", 404, "No such user in the workspace");

    private UserProblems() {}
}
