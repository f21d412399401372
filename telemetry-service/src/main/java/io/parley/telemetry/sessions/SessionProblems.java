package io.parley.telemetry.sessions;

import io.parley.platform.problems.ProblemType;

/** What can go wrong with sessions. */
final class SessionProblems {

    static final ProblemType SESSION_NOT_FOUND = new ProblemType("session-not-found", 404, "No such session");

    private SessionProblems() {}
}
