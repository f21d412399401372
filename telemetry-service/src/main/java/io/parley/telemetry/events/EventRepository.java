package io.parley.telemetry.events;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads events of a workspace, newest first. */
@ApplicationScoped
class EventRepository {

    private final Pool pool;
    private final Pseudonyms pseudonyms;

    EventRepository(Pool pool, Pseudonyms pseudonyms) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
    }

    /** One event more than the filter's limit, if there are as many. */
    Uni<List<EventView>> find(WorkspaceId workspace, EventFilter filter) {
        EventSelect select =
                EventSelect.of(workspace, filter, filter.subjectId().map(pseudonyms.of(workspace)::idsOf));
        return pool.preparedQuery(select.text())
                .execute(select.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EventRepository::view)
                        .toList());
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
