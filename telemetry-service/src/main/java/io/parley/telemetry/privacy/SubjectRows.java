package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** All rows about a subject, within the transaction that erases them. */
final class SubjectRows {

    /** The identities of the events stay: they name nobody, and keep what is sent again from being stored again. */
    private static final String ERASE_EVENTS = """
            with erased as (
                delete from event where workspace_id = $1 and subject_id = $2
                returning session_id, type, occurred_at
            ), by_minute as (
                select date_trunc('minute', occurred_at, 'UTC') as minute, type, count(*) as events
                from erased
                group by 1, 2
            ), by_hour as (
                select date_trunc('hour', minute, 'UTC') as hour, type, sum(events) as events
                from by_minute
                group by 1, 2
            ), by_day as (
                select (hour at time zone 'UTC')::date as day, type, sum(events) as events
                from by_hour
                group by 1, 2
            ), minutes_counted as (
                update event_count_minute as counted
                set events = counted.events - by_minute.events
                from by_minute
                where counted.workspace_id = $1 and (counted.minute, counted.type) = (by_minute.minute, by_minute.type)
            ), hours_counted as (
                update event_count_hour as counted
                set events = counted.events - by_hour.events
                from by_hour
                where counted.workspace_id = $1 and (counted.hour, counted.type) = (by_hour.hour, by_hour.type)
            ), days_counted as (
                update event_count as counted
                set events = counted.events - by_day.events
                from by_day
                where counted.workspace_id = $1 and (counted.day, counted.type) = (by_day.day, by_day.type)
            )
            select count(*) as events, coalesce(array_agg(distinct session_id), '{}') as sessions from erased
            """;

    private static final List<String> COUNTS = List.of("event_count_minute", "event_count_hour", "event_count");

    /** What others said stays, and is computed anew: their session then is as if the subject had never been in it. */
    private static final String ERASE_SESSIONS = """
            with remaining as (
                select session.session_id, count(event.event_id) as events,
                    (array_agg(event.subject_id order by event.occurred_at, event.event_id))[1] as subject_id,
                    min(event.occurred_at) as first_at, max(event.occurred_at) as last_at,
                    max(event.received_at) as heard_at, bool_or(event.type = 'session.ended') as ended
                from session
                left join event on (event.workspace_id, event.session_id) = (session.workspace_id, session.session_id)
                    and event.type <> 'execution.completed'
                where session.workspace_id = $1 and (session.session_id = any($3) or session.subject_id = $2)
                group by session.session_id
            ), kept as (
                update session
                set subject_id = remaining.subject_id, first_at = remaining.first_at, last_at = remaining.last_at,
                    heard_at = remaining.heard_at, ended = remaining.ended, events = remaining.events, due_at = now(),
                    computed_at = null, features_version = null, features = null
                from remaining
                where session.workspace_id = $1 and session.session_id = remaining.session_id and remaining.events > 0
            ), gone as (
                delete from session
                using remaining
                where session.workspace_id = $1 and session.session_id = remaining.session_id and remaining.events = 0
                returning session.session_id
            )
            select count(*) from gone
            """;

    private static final String ERASE_OBSERVATIONS = """
            with told as (
                delete from observation
                where workspace_id = $1 and subject_kind in ('LEARNER', 'ASSISTANT') and subject = $2
                returning skill
            ), assessed as (
                delete from assessed_execution where workspace_id = $1 and assistant = $2 returning skill
            )
            select (select count(*) from told) + (select count(*) from assessed)
            """;

    private static final String FORGET_READS =
            "update personal_read set subject = null where workspace_id = $1 and subject = $2";

    private final SqlConnection transaction;
    private final WorkspaceId workspace;
    private final String subject;

    SubjectRows(SqlConnection transaction, WorkspaceId workspace, String subject) {
        this.transaction = transaction;
        this.workspace = workspace;
        this.subject = subject;
    }

    /** How many rows are gone. */
    record Erased(long events, long sessions, long observations) {}

    /** The events, and the sessions that they were of. */
    private record Events(long erased, List<UUID> sessions) {}

    Uni<Erased> erase() {
        return eraseEvents()
                .call(this::forgetEmptyCounts)
                .call(this::forgetReads)
                .chain(this::eraseWhatCameOf);
    }

    private Uni<Events> eraseEvents() {
        return transaction
                .preparedQuery(ERASE_EVENTS)
                .execute(Tuple.of(workspace.value(), subject))
                .map(rows -> rows.iterator().next())
                .map(row -> new Events(row.getLong("events"), List.of(row.getArrayOfUUIDs("sessions"))));
    }

    private Uni<Void> forgetEmptyCounts() {
        return Multi.createFrom()
                .iterable(COUNTS)
                .onItem()
                .transformToUniAndConcatenate(table -> transaction
                        .preparedQuery("delete from " + table + " where workspace_id = $1 and events = 0")
                        .execute(Tuple.of(workspace.value())))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<?> forgetReads() {
        return transaction.preparedQuery(FORGET_READS).execute(Tuple.of(workspace.value(), subject));
    }

    private Uni<Erased> eraseWhatCameOf(Events events) {
        return number(
                        ERASE_SESSIONS,
                        Tuple.of(workspace.value(), subject, events.sessions().toArray(UUID[]::new)))
                .chain(sessions -> number(ERASE_OBSERVATIONS, Tuple.of(workspace.value(), subject))
                        .map(observations -> new Erased(events.erased(), sessions, observations)));
    }

    private Uni<Long> number(String statement, Tuple values) {
        return transaction
                .preparedQuery(statement)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
