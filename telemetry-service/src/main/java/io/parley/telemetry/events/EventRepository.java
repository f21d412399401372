package io.parley.telemetry.events;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads events of a workspace, newest first. */
@ApplicationScoped
class EventRepository {

    private final Pool pool;

    EventRepository(Pool pool) {
        this.pool = pool;
    }

    /** One event more than the filter's limit, if there are as many. */
    Uni<List<EventView>> find(WorkspaceId workspace, EventFilter filter) {
        Conditions conditions = new Conditions()
                .and("workspace_id =", Optional.of(workspace.value()))
                .and("session_id =", filter.sessionId())
                .and("subject_id =", filter.subjectId())
                .and("type =", filter.type())
                .and("occurred_at >=", filter.from().map(EventRepository::utc))
                .and("occurred_at <", filter.to().map(EventRepository::utc))
                .before(filter.after());
        String query = """
                select event_id, session_id, subject_id, type, occurred_at, received_at, payload::text
                from event
                where %s
                order by occurred_at desc, event_id desc
                limit %s
                """.formatted(conditions.text(), conditions.placeholder(filter.limit() + 1));
        return pool.preparedQuery(query)
                .execute(conditions.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EventRepository::view)
                        .toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static EventView view(Row row) {
        return new EventView(
                row.getUUID("event_id"),
                row.getUUID("session_id"),
                row.getString("subject_id"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("payload"));
    }
}
