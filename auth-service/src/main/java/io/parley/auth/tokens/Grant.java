package io.parley.auth.tokens;

import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what in which workspace: what an access token is made from. */
public sealed interface Grant {

    WorkspaceId workspace();

    /** The token's {@code sub}. */
    UUID subject();

    /** The token's {@code groups}: everything an endpoint can ask for, implied ones included. */
    Set<String> groups();

    /** How long the token is good for. What changes after it was issued takes effect when it ends. */
    Duration lifetime();

    /**
     * A member of the workspace, after a login.
     *
     * @param session the login and what came of it
     * @param operator whether the user runs the platform
     */
    record OfUser(UserId user, UUID session, WorkspaceId workspace, Role role, boolean operator) implements Grant {

        @Override
        public UUID subject() {
            return user.value();
        }

        @Override
        public Set<String> groups() {
            Stream<String> asOperator = operator ? Stream.of(Access.OPERATOR) : Stream.empty();
            return Stream.concat(role.groups().stream(), asOperator).collect(Collectors.toSet());
        }

        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(10);
        }
    }

    /** An API key of the workspace. Lives for a minute, so that a revoked key is of no use after that. */
    record OfApiKey(UUID key, WorkspaceId workspace, List<Scope> scopes) implements Grant {

        @Override
        public UUID subject() {
            return key;
        }

        @Override
        public Set<String> groups() {
            return scopes.stream().flatMap(Scope::groups).collect(Collectors.toSet());
        }

        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(1);
        }
    }
}
