package io.parley.platform.access;

import java.util.List;

/**
 * What a token's {@code groups} can hold. A role implies the ones below it, and a token lists them all; so an endpoint
 * names the least role it needs.
 */
public final class Access {

    public static final String VIEWER = "viewer";
    public static final String REVIEWER = "reviewer";
    public static final String EDITOR = "editor";
    public static final String ADMIN = "admin";
    public static final String OWNER = "owner";

    /** Runs the platform itself: sees what belongs to no workspace. */
    public static final String OPERATOR = "operator";

    public static final String RUNS_READ = "runs:read";
    public static final String RUNS_WRITE = "runs:write";
    public static final String TELEMETRY_WRITE = "telemetry:write";

    /** Roles of a workspace, the least first. */
    public static final List<String> ROLES = List.of(VIEWER, REVIEWER, EDITOR, ADMIN, OWNER);

    /** Scopes an API key can have. */
    public static final List<String> SCOPES = List.of(RUNS_READ, RUNS_WRITE, TELEMETRY_WRITE);

    private Access() {}

    /** A role and every role it implies. Not a role: {@link IllegalArgumentException}. */
    public static List<String> implied(String role) {
        int rank = ROLES.indexOf(role);
        if (rank < 0) {
            throw new IllegalArgumentException("no such role: " + role);
        }
        return ROLES.subList(0, rank + 1);
    }
}
