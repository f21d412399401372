package io.parley.telemetry.counts;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads counts of a workspace, by hour or minute and type. */
@ApplicationScoped
class UnitCountRepository {

    private final Pool pool;

    UnitCountRepository(Pool pool) {
        this.pool = pool;
    }

    /** One count more than the filter's limit, if there are as many. */
    Uni<List<UnitCountView>> find(WorkspaceId workspace, Unit unit, CountFilter<Instant> filter) {
        return pool.preparedQuery(query(unit))
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addOffsetDateTime(utc(filter.from()))
                        .addOffsetDateTime(utc(filter.to()))
                        .addString(filter.type().orElse(null))
                        .addOffsetDateTime(utc(filter.after().map(CountFilter.Position::time)))
                        .addString(
                                filter.after().map(CountFilter.Position::type).orElse(null))
                        .addInteger(filter.limit() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UnitCountRepository::view)
                        .toList());
    }

    private static String query(Unit unit) {
        return """
            select %2$s as start, type, events
            from %1$s
            where workspace_id = $1
              and ($2::timestamptz is null or %2$s >= $2)
              and ($3::timestamptz is null or %2$s < $3)
              and ($4::text is null or type = $4)
              and ($5::timestamptz is null or (%2$s, type) > ($5, $6::text))
            order by %2$s, type
            limit $7
            """.formatted(unit.table(), unit.column());
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(present -> present.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static UnitCountView view(Row row) {
        return new UnitCountView(
                row.getOffsetDateTime("start").toInstant(), row.getString("type"), row.getLong("events"));
    }
}
