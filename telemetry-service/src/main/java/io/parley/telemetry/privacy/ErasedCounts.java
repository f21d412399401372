package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;

/** Takes erased events out of the counts. Those of today are everybody's who stores: it is the last thing that an erasure does. */
final class ErasedCounts {

    /** Rows are locked in the order in which they are stored, and are changed as whoever had them before left them. */
    private static final String SUBTRACT = """
            with erased as (
                select %3$s as unit, type, sum(events)::bigint as events
                from unnest($2::timestamptz[], $3::text[], $4::bigint[]) as gone(minute, type, events)
                group by 1, 2
            ), rest as materialized (
                select counted.%2$s as unit, counted.type, counted.events - erased.events as events
                from %1$s as counted
                join erased on (erased.unit, erased.type) = (counted.%2$s, counted.type)
                where counted.workspace_id = $1
                order by counted.%2$s, counted.type
                for update of counted
            ), changed as (
                update %1$s as counted
                set events = rest.events
                from rest
                where counted.workspace_id = $1 and (counted.%2$s, counted.type) = (rest.unit, rest.type)
                  and rest.events > 0
            )
            delete from %1$s as counted
            using rest
            where counted.workspace_id = $1 and (counted.%2$s, counted.type) = (rest.unit, rest.type)
              and rest.events = 0
            """;

    /** In the order in which the statement that stores events comes to them. */
    private static final List<String> STATEMENTS = List.of(
            SUBTRACT.formatted("event_count", "day", "(minute at time zone 'UTC')::date"),
            SUBTRACT.formatted("event_count_hour", "hour", "date_trunc('hour', minute, 'UTC')"),
            SUBTRACT.formatted("event_count_minute", "minute", "minute"));

    private ErasedCounts() {}

    static Uni<Void> subtract(SqlConnection transaction, WorkspaceId workspace, ErasedEvents events) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(
                        statement -> transaction.preparedQuery(statement).execute(values(workspace, events)))
                .onItem()
                .ignoreAsUni();
    }

    private static Tuple values(WorkspaceId workspace, ErasedEvents events) {
        return Tuple.of(
                workspace.value(),
                events.minutes().toArray(OffsetDateTime[]::new),
                events.types().toArray(String[]::new),
                events.numbers().toArray(Long[]::new));
    }
}
