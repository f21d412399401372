package io.parley.auth.sessions;

import io.parley.platform.problems.ProblemType;

final class SessionProblems {

    static final ProblemType LOGIN_REFUSED =
            new ProblemType("login-refused", 401, "The e-mail address or the password is wrong, or tried too often");
    static final ProblemType REFRESH_REFUSED =
            new ProblemType("refresh-refused", 401, "The refresh token is unknown, expired, used or ended");
    static final ProblemType SESSION_NOT_FOUND = new ProblemType("session-not-found", 404, "No such session");
    static final ProblemType NOT_A_MEMBER =
            new ProblemType("workspace-not-found", 404, "The user is in no such workspace");

    private SessionProblems() {}
}
