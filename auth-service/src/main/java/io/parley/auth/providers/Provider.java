package io.parley.auth.providers;

import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The provider whose users may sign in to a workspace.
 *
 * @param sealedSecret the client's
 * @param groupClaim where the id token names groups
 * @param scopes asked for besides {@code openid}
 * @param roles by group
 */
public record Provider(
        WorkspaceId workspace,
        String issuer,
        String clientId,
        String sealedSecret,
        String groupClaim,
        List<String> scopes,
        Map<String, Role> roles) {

    /** The most that one of the groups may do; nothing if none of them is known. */
    public Optional<Role> roleOf(Collection<String> groups) {
        return groups.stream().map(roles::get).filter(Objects::nonNull).max(Role::compareTo);
    }

    static Provider of(Row row) {
        String[] groups = row.getArrayOfStrings("groups");
        String[] ofGroups = row.getArrayOfStrings("roles");
        return new Provider(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("client_secret"),
                row.getString("group_claim"),
                List.of(row.getArrayOfStrings("scopes")),
                IntStream.range(0, groups.length)
                        .boxed()
                        .collect(Collectors.toUnmodifiableMap(at -> groups[at], at -> Role.of(ofGroups[at]))));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "Provider[" + issuer + "]";
    }
}
