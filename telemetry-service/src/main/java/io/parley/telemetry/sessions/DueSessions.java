package io.parley.telemetry.sessions;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.features.Features;
import io.parley.telemetry.features.Happening;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The sessions that are due, and their events. */
@ApplicationScoped
class DueSessions {

    /** A session that a replica took and did not come back with is due again after this. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** No row stays locked while features are computed: a session that is taken is due later, for everybody else. */
    private static final String TAKE = """
            with due as (
                select workspace_id, session_id, closed_at is not null or ended or heard_at <= $2 as over
                from session
                where due_at <= $1
                order by due_at
                limit $4
                for update skip locked
            )
            update session
            set due_at = case when due.over then $3::timestamptz else session.heard_at + ($1 - $2::timestamptz) end
            from due
            where (session.workspace_id, session.session_id) = (due.workspace_id, due.session_id)
            returning session.workspace_id, session.session_id, first_at, last_at, events, due.over
            """;

    /** Of a text only its beginning is compared. */
    private static final String EVENTS = """
            select type, occurred_at, left(payload ->> 'text', 1000) as text, left(payload ->> 'item', 200) as item,
                coalesce(payload -> 'correct' = 'true'::jsonb, false) as correct
            from event
            where workspace_id = $1 and session_id = $2 and occurred_at between $3 and $4
              and type <> 'execution.completed'
            order by occurred_at, event_id
            """;

    /** Changes nothing if an event came while the features were computed: then the session is due still. */
    private static final String CLOSE = """
            update session
            set closed_at = coalesce(closed_at, $4), computed_at = $4, features = $5::text::jsonb, features_version = $6,
                due_at = null
            where workspace_id = $1 and session_id = $2 and events = $3
            """;

    private final Pool pool;
    private final Silence silence;

    DueSessions(Pool pool, Silence silence) {
        this.pool = pool;
        this.silence = silence;
    }

    /** Takes up to so many sessions that are due. Those not over are put off until they may be. */
    Uni<List<DueSession>> take(Instant now, int most) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(utc(now), utc(now.minus(silence.duration())), utc(now.plus(LEASE)), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DueSessions::session)
                        .toList());
    }

    /** The events of a session, in the order of time. */
    Uni<List<Happening>> events(DueSession session) {
        return pool.preparedQuery(EVENTS)
                .execute(Tuple.of(
                        session.workspaceId().value(),
                        session.sessionId(),
                        utc(session.firstAt()),
                        utc(session.lastAt())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DueSessions::happening)
                        .toList());
    }

    /** Closes a session with what was computed, JSON, if something was. */
    Uni<Void> close(DueSession session, Instant now, @Nullable String features) {
        return pool.preparedQuery(CLOSE)
                .execute(Tuple.of(
                        session.workspaceId().value(),
                        session.sessionId(),
                        session.events(),
                        utc(now),
                        features,
                        Features.VERSION))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static DueSession session(Row row) {
        return new DueSession(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("session_id"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getLong("events"),
                row.getBoolean("over"));
    }

    private static Happening happening(Row row) {
        return new Happening(
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("text"),
                row.getString("item"),
                row.getBoolean("correct"));
    }
}
