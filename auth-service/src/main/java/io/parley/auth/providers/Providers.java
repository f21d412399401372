package io.parley.auth.providers;

import io.parley.auth.tokens.Role;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The providers of workspaces. What a method does happens as a whole, its line in the audit log included. */
@ApplicationScoped
public class Providers {

    private final Pool pool;

    Providers(Pool pool) {
        this.pool = pool;
    }

    /** Fails with 404 where the workspace has none, or there is no such workspace. */
    public Uni<Provider> of(WorkspaceId workspace) {
        return pool.preparedQuery(ProviderSql.FIND)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> Rows.first(rows, Provider::of))
                .map(found -> found.orElseThrow(ProviderProblems.NO_PROVIDER::problem));
    }

    /** False: there is no secret for this issuer and client yet, and none was given. */
    Uni<Boolean> set(WorkspaceId workspace, UUID actor, SetProvider provider, @Nullable String sealedSecret) {
        List<Map.Entry<String, Role>> roles = List.copyOf(provider.roles().entrySet());
        return changed(workspace, ProviderSql.SET, Tuple.from(new @Nullable Object[] {
                    workspace.value(),
                    actor,
                    provider.issuer(),
                    provider.clientId(),
                    sealedSecret,
                    provider.groupClaimOrUsual(),
                    provider.scopesOrUsual().toArray(String[]::new),
                    roles.stream().map(Map.Entry::getKey).toArray(String[]::new),
                    roles.stream().map(role -> role.getValue().text()).toArray(String[]::new)
                }))
                .map(rows -> rows.size() > 0);
    }

    /** False: there was none. */
    Uni<Boolean> remove(WorkspaceId workspace, UUID actor) {
        return changed(workspace, ProviderSql.REMOVE, Tuple.of(workspace.value(), actor))
                .map(removed -> removed.rowCount() > 0);
    }

    /** The lock is a statement of its own, because only the one after it sees what was waited for. */
    private Uni<RowSet<Row>> changed(WorkspaceId workspace, String sql, Tuple values) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ProviderSql.LOCK)
                .execute(Tuple.of(workspace.value()))
                .chain(() -> transaction.preparedQuery(sql).execute(values)));
    }
}
