package io.parley.auth.apikeys;

import io.parley.auth.tokens.Scope;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is listed.
 *
 * @param prefix the start of the key's text
 * @param lastUsedAt to the minute
 */
record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyView of(Row row) {
        return new ApiKeyView(
                row.getUUID("id"),
                row.getString("name"),
                ApiKey.prefix(row.getUUID("id")),
                Stream.of(row.getArrayOfStrings("scopes")).map(Scope::of).toList(),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
