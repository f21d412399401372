package io.parley.telemetry.counts;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads counts of a workspace, by day and type. */
@ApplicationScoped
class CountRepository {

    private static final String FIND = """
            select day, type, events
            from event_count
            where workspace_id = $1
              and ($2::date is null or day >= $2)
              and ($3::date is null or day <= $3)
              and ($4::text is null or type = $4)
              and ($5::date is null or (day, type) > ($5, $6::text))
            order by day, type
            limit $7
            """;

    private final Pool pool;

    CountRepository(Pool pool) {
        this.pool = pool;
    }

    /** One count more than the filter's limit, if there are as many. */
    Uni<List<CountView>> find(WorkspaceId workspace, CountFilter<LocalDate> filter) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addLocalDate(filter.from().orElse(null))
                        .addLocalDate(filter.to().orElse(null))
                        .addString(filter.type().orElse(null))
                        .addLocalDate(
                                filter.after().map(CountFilter.Position::time).orElse(null))
                        .addString(
                                filter.after().map(CountFilter.Position::type).orElse(null))
                        .addInteger(filter.limit() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CountRepository::view)
                        .toList());
    }

    private static CountView view(Row row) {
        return new CountView(row.getLocalDate("day"), row.getString("type"), row.getLong("events"));
    }
}
