package io.parley.e2e.access;

import io.parley.e2e.runs.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller shows.
 *
 * @param token none if it shows nothing
 * @param groups what a good one stands for, nothing of a bad one
 */
record Credential(String name, @Nullable String token, Set<String> groups) {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final String AUDIENCE = "parley";

    /** A role has those before it with it. */
    private static final List<String> ROLES = List.of("viewer", "reviewer", "editor", "admin", "owner");

    /** What nobody is let in with. */
    static List<Credential> bad(Mint mint) {
        Set<String> all = Set.of("owner", "admin", "editor", "reviewer", "viewer", "operator");
        return List.of(
                new Credential("no token", null, Set.of()),
                new Credential("an expired token", mint.token(all, Duration.ofMinutes(-2), AUDIENCE), Set.of()),
                new Credential("a token for others", mint.token(all, A_WHILE, "others"), Set.of()),
                new Credential("a token with alg none", mint.unsigned(all, A_WHILE), Set.of()),
                new Credential("one signed with the public key", mint.signedWithPublicKey(all, A_WHILE), Set.of()),
                new Credential("one of a foreign key", mint.foreign(all, A_WHILE), Set.of()));
    }

    /** Every role and every scope. */
    static List<Credential> good(Mint mint) {
        Stream<Set<String>> roles = ROLES.stream().map(role -> Set.copyOf(ROLES.subList(0, ROLES.indexOf(role) + 1)));
        Stream<Set<String>> others = Stream.of(
                Set.of("operator"), Set.of("runs:read"), Set.of("runs:read", "runs:write"), Set.of("telemetry:write"));
        return Stream.concat(roles, others)
                .map(groups -> new Credential(groups.toString(), mint.token(groups, A_WHILE, AUDIENCE), groups))
                .toList();
    }

    /** What who has a workspace got by logging in. */
    static Credential of(Workspace workspace) {
        return new Credential("the owner's token", workspace.api().token(), Set.copyOf(ROLES));
    }

    /** The status that a rule has for it. */
    int expects(Rule rule) {
        if (rule.isPublic()) {
            return rule.toStrangers();
        }
        int refused = groups.isEmpty() ? 401 : 403;
        return rule.admits(groups) ? rule.toStrangers() : refused;
    }
}
