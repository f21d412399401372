package io.parley.e2e.access;

import java.util.Set;

/**
 * Who may do an operation.
 *
 * @param operation its method and path
 * @param role the least role that may, {@code anybody} for all the world
 * @param scope of API keys that may, empty if none
 * @param toStrangers the status for who may, in a workspace other than that of what is asked for
 */
record Rule(String operation, String role, String scope, int toStrangers) {

    private static final String ANYBODY = "anybody";

    boolean isPublic() {
        return role.equals(ANYBODY);
    }

    boolean admits(Set<String> groups) {
        return groups.contains(role) || groups.contains(scope);
    }
}
