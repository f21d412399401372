package io.parley.auth.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done in a workspace.
 *
 * @param actor id of the user or API key
 * @param action such as {@code member.role-set}
 * @param object id of what it was done to
 * @param details what more there is to say of it, a JSON object
 */
record AuditEntry(
        UUID id,
        Instant at,
        UUID actor,
        String action,
        UUID object,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String details) {

    static AuditEntry of(Row row) {
        return new AuditEntry(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("actor"),
                row.getString("action"),
                row.getUUID("object"),
                row.getString("details"));
    }
}
