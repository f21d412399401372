package io.parley.telemetry.storage;

import io.parley.telemetry.features.Vocabulary;
import io.parley.telemetry.masking.Mask;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table of events and its counts. */
@ApplicationScoped
class EventTable {

    /**
     * Stores what is new, counts what was stored, tells its sessions of it and makes the observations of skills that rules
     * see in it, the oldest rule of a skill, or nothing at all. What was masked is nothing that a rule sees. A payload is
     * parsed once, however many rules look at it. Identities, counts and sessions are taken in their order, so
     * that two replicas with the same events wait for each other instead of ending in a deadlock. An execution reports
     * itself whole, in one event: it is no session whose end anybody waits for.
     */
    static final String INSERT = """
            with batch as materialized (
                select workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at,
                    payload::jsonb as payload
                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::timestamptz[], $8::text[])
                    as event(workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload)
            ), fresh as (
                insert into event_identity (workspace_id, event_id, day)
                select workspace_id, event_id, (occurred_at at time zone 'UTC')::date
                from batch
                order by workspace_id, event_id
                on conflict do nothing
                returning workspace_id, event_id
            ), stored as (
                insert into event
                    (workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload)
                select workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at, payload
                from batch join fresh using (workspace_id, event_id)
                order by occurred_at
                returning workspace_id, event_id, session_id, subject_id, type, occurred_at, received_at
            ), observed as (
                insert into observation
                    (workspace_id, source, reference, skill, subject_kind, subject, correct, weight, observed_at, session_id)
                select distinct on (batch.workspace_id, batch.event_id, rule.skill)
                    batch.workspace_id, 'EVENT', 'event:' || batch.event_id, rule.skill, rule.subject_kind, batch.subject_id,
                    case when rule.correct_path is null then rule.correct_value = 'true'
                        else batch.payload #> rule.correct_path = rule.correct_value end,
                    rule.weight, batch.occurred_at, batch.session_id
                from batch
                join fresh using (workspace_id, event_id)
                join skill_rule as rule on (rule.workspace_id, rule.type) = (batch.workspace_id, batch.type)
                where (rule.condition_path is null
                        or nullif(batch.payload #> rule.condition_path, '"%3$s"') = rule.condition_value)
                  and (rule.correct_path is null
                        or nullif(batch.payload #> rule.correct_path, '"%3$s"') is not null)
                order by batch.workspace_id, batch.event_id, rule.skill, rule.rule_id
                on conflict do nothing
            ), by_minute as (
                select workspace_id, date_trunc('minute', occurred_at, 'UTC') as minute, type, count(*) as events
                from stored
                group by workspace_id, minute, type
            ), by_hour as (
                select workspace_id, date_trunc('hour', minute, 'UTC') as hour, type, sum(events) as events
                from by_minute
                group by workspace_id, hour, type
            ), minutes_counted as (
                insert into event_count_minute (workspace_id, minute, type, events)
                select workspace_id, minute, type, events
                from by_minute
                order by workspace_id, minute, type
                on conflict (workspace_id, minute, type) do update
                set events = event_count_minute.events + excluded.events
            ), hours_counted as (
                insert into event_count_hour (workspace_id, hour, type, events)
                select workspace_id, hour, type, events
                from by_hour
                order by workspace_id, hour, type
                on conflict (workspace_id, hour, type) do update
                set events = event_count_hour.events + excluded.events
            ), days_counted as (
                insert into event_count (workspace_id, day, type, events)
                select workspace_id, (hour at time zone 'UTC')::date as day, type, sum(events)
                from by_hour
                group by workspace_id, day, type
                order by workspace_id, day, type
                on conflict (workspace_id, day, type) do update
                set events = event_count.events + excluded.events
            ), sessions_told as (
                insert into session
                    (workspace_id, session_id, subject_id, first_at, last_at, heard_at, events, ended, due_at)
                select workspace_id, session_id, (array_agg(subject_id order by occurred_at, event_id))[1],
                    min(occurred_at), max(occurred_at), max(received_at), count(*), bool_or(type = '%1$s'),
                    max(received_at)
                from stored
                where type <> '%2$s'
                group by workspace_id, session_id
                order by workspace_id, session_id
                on conflict (workspace_id, session_id) do update
                set first_at = least(session.first_at, excluded.first_at),
                    last_at = greatest(session.last_at, excluded.last_at),
                    heard_at = greatest(session.heard_at, excluded.heard_at),
                    events = session.events + excluded.events,
                    ended = session.ended or excluded.ended,
                    due_at = case when excluded.ended or session.closed_at is not null
                        then excluded.heard_at else session.due_at end
            )
            select count(*)::integer from stored
            """.formatted(Vocabulary.endOfSession(), ExecutionTimings.TYPE, Mask.MASKED);

    private final Pool pool;

    EventTable(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores events that were never stored before.
     *
     * @param events of distinct identity, all on days that are open
     * @return how many were new
     */
    Uni<Integer> insert(List<StoredEvent> events) {
        return pool.preparedQuery(INSERT)
                .execute(columns(events))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    static Tuple columns(List<StoredEvent> events) {
        return Tuple.from(List.of(
                column(events, event -> event.workspaceId().value(), UUID[]::new),
                column(events, event -> event.event().eventId(), UUID[]::new),
                column(events, event -> event.event().sessionId(), UUID[]::new),
                column(events, event -> event.event().subjectId(), String[]::new),
                column(events, event -> event.event().type(), String[]::new),
                column(events, event -> utc(event.event().occurredAt()), OffsetDateTime[]::new),
                column(events, event -> utc(event.receivedAt()), OffsetDateTime[]::new),
                column(events, event -> event.event().payload(), String[]::new)));
    }

    private static <T> Object column(List<StoredEvent> events, Function<StoredEvent, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
