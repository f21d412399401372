package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
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
                delete from event where workspace_id = $1 and subject_id = any($2)
                returning session_id, type, occurred_at
            ), by_minute as (
                select date_trunc('minute', occurred_at, 'UTC') as minute, type, count(*) as events
                from erased
                group by 1, 2
            )
            select coalesce(sum(events), 0)::bigint as number, coalesce(array_agg(minute), '{}') as minutes,
                coalesce(array_agg(type), '{}') as types, coalesce(array_agg(events), '{}') as numbers,
                (select coalesce(array_agg(distinct session_id), '{}') from erased) as sessions
            from by_minute
            """;

    /** In the order in which events are stored. Only a later statement sees what was stored while this one waited. */
    private static final String LOCK_SESSIONS = """
            select session_id
            from session
            where workspace_id = $1 and (session_id = any($3) or subject_id = any($2))
            order by session_id
            for update
            """;

    /** What others said stays, and is computed anew: their session then is as if the subject had never been in it. */
    private static final String ERASE_SESSIONS = """
            with remaining as (
                select session.session_id, count(event.event_id) as events,
                    (array_agg(event.subject_id order by event.occurred_at, event.event_id))[1] as subject_id,
                    min(event.occurred_at) as first_at, max(event.occurred_at) as last_at,
                    max(event.received_at) as heard_at, bool_or(event.type = 'session.ended') as ended
                from session
                left join event on (event.workspace_id, event.session_id) = (session.workspace_id, session.session_id)
                    and event.occurred_at between session.first_at and session.last_at
                    and event.type <> 'execution.completed'
                where session.workspace_id = $1 and session.session_id = any($2)
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

    /** Events are recognised by their identities when they are sent again, outside assessments by what is left of them here. */
    private static final String ERASE_OBSERVATIONS = """
            with told as (
                delete from observation
                where workspace_id = $1 and subject_kind in ('LEARNER', 'ASSISTANT') and subject = any($2)
                returning source, reference, skill
            ), recognised as (
                insert into erased_reference (workspace_id, reference_hash)
                select $1, reference_hash(reference, skill) from told where source = 'OUTSIDE'
                on conflict do nothing
            ), assessed as (
                delete from assessed_execution where workspace_id = $1 and assistant = any($2) returning skill
            )
            select (select count(*) from told) + (select count(*) from assessed)
            """;

    private static final String FORGET_READS =
            "update personal_read set subject = null where workspace_id = $1 and subject = any($2)";

    private final SqlConnection transaction;
    private final WorkspaceId workspace;
    private final String[] ids;

    /** @param ids under which the subject may be stored */
    SubjectRows(SqlConnection transaction, WorkspaceId workspace, List<String> ids) {
        this.transaction = transaction;
        this.workspace = workspace;
        this.ids = ids.toArray(String[]::new);
    }

    /** How many rows are gone. */
    record Erased(long events, long sessions, long observations) {}

    Uni<Erased> erase() {
        return eraseEvents()
                .call(this::forgetReads)
                .chain(events ->
                        eraseWhatCameOf(events).call(() -> ErasedCounts.subtract(transaction, workspace, events)));
    }

    private Uni<ErasedEvents> eraseEvents() {
        return transaction
                .preparedQuery(ERASE_EVENTS)
                .execute(Tuple.of(workspace.value(), ids))
                .map(rows -> ErasedEvents.of(rows.iterator().next()));
    }

    private Uni<?> forgetReads() {
        return transaction.preparedQuery(FORGET_READS).execute(Tuple.of(workspace.value(), ids));
    }

    private Uni<Erased> eraseWhatCameOf(ErasedEvents events) {
        return lockSessions(events)
                .chain(locked -> number(ERASE_SESSIONS, Tuple.of(workspace.value(), locked.toArray(UUID[]::new))))
                .chain(sessions -> number(ERASE_OBSERVATIONS, Tuple.of(workspace.value(), ids))
                        .map(observations -> new Erased(events.number(), sessions, observations)));
    }

    private Uni<List<UUID>> lockSessions(ErasedEvents events) {
        return transaction
                .preparedQuery(LOCK_SESSIONS)
                .execute(Tuple.of(workspace.value(), ids, events.sessions().toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows, row -> row.getUUID("session_id")));
    }

    private Uni<Long> number(String statement, Tuple values) {
        return transaction
                .preparedQuery(statement)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
