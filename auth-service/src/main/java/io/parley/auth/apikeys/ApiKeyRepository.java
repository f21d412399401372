package io.parley.auth.apikeys;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.pages.IdCursor;
import io.parley.auth.tokens.Grant;
import io.parley.auth.tokens.Scope;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ApiKeyRepository {

    private static final String ADD = """
            with key as (
                insert into api_keys (id, workspace_id, name, hash, scopes, created_by, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                returning id, workspace_id, name, scopes, created_by, created_at, expires_at, last_used_at
            ), audited as (
                insert into audit (workspace_id, actor, action, object, details)
                select workspace_id, created_by, 'api-key.created', id, jsonb_build_object('scopes', scopes) from key
            )
            select id, name, scopes, created_at, expires_at, last_used_at from key
            """;

    private static final String LIST = """
            select id, name, scopes, created_at, expires_at, last_used_at
            from api_keys
            where workspace_id = $1 and revoked_at is null and ($2::uuid is null or id > $2)
            order by id
            limit $3
            """;

    private static final String REVOKE = """
            with revoked as (
                update api_keys set revoked_at = now()
                where workspace_id = $1 and id = $3 and revoked_at is null
                returning id
            )
            insert into audit (workspace_id, actor, action, object)
            select $1, $2, 'api-key.revoked', id from revoked
            """;

    private static final String USE = """
            update api_keys set last_used_at = now()
            where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())
            returning id, workspace_id, scopes
            """;

    private final Pool pool;

    ApiKeyRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<ApiKeyView> add(ApiKey key, WorkspaceId workspace, UUID creator, CreateApiKey create) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    key.id(),
                    workspace.value(),
                    create.name(),
                    OpaqueSecret.hash(key.text()),
                    create.scopes().stream().map(Scope::text).sorted().toArray(String[]::new),
                    creator,
                    time(create.expiresAt())
                }))
                .map(rows -> ApiKeyView.of(rows.iterator().next()));
    }

    /** Those that are not revoked. */
    Uni<Page<ApiKeyView>> list(WorkspaceId workspace, int limit, @Nullable String after) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), IdCursor.parse(after), limit + 1))
                .map(rows -> Rows.list(rows, ApiKeyView::of))
                .map(keys -> Page.of(keys, limit, last -> IdCursor.of(last.id())));
    }

    /** Whether there was such a key to revoke. */
    Uni<Boolean> revoke(WorkspaceId workspace, UUID actor, UUID key) {
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(workspace.value(), actor, key))
                .map(rows -> rows.rowCount() > 0);
    }

    /** What the key allows, if it allows anything. Notes that it was used. */
    Uni<Optional<Grant>> use(String key) {
        return pool.preparedQuery(USE)
                .execute(Tuple.of(OpaqueSecret.hash(key)))
                .map(rows -> Rows.first(rows, ApiKeyRepository::grant));
    }

    private static Grant grant(Row row) {
        return new Grant.OfApiKey(
                row.getUUID("id"),
                new WorkspaceId(row.getUUID("workspace_id")),
                Stream.of(row.getArrayOfStrings("scopes")).map(Scope::of).toList());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
