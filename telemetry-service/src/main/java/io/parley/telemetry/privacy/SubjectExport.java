package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes all that is stored about a subject as one JSON object, as fast as it is read and a page at a time. */
@ApplicationScoped
class SubjectExport {

    private static final int PAGE = 500;

    private final Pool pool;

    SubjectExport(Pool pool) {
        this.pool = pool;
    }

    /**
     * Rows of one kind in the order of their keys.
     *
     * @param query answers of each row its {@code json} and its {@code key}, of which $3 is that of the row before the page
     */
    private record Part(String name, String query) {}

    private static final List<Part> PARTS =
            List.of(new Part("events", """
                    select json_build_object('eventId', event_id, 'sessionId', session_id, 'type', type, 'occurredAt',
                            occurred_at, 'receivedAt', received_at, 'payload', payload)::text as json,
                        array[occurred_at::text, event_id::text] as key
                    from event
                    where workspace_id = $1 and subject_id = $2
                      and ($3::text[] is null or (occurred_at, event_id) > (($3[1])::timestamptz, ($3[2])::uuid))
                    order by occurred_at, event_id
                    limit $4
                    """), new Part("sessions", """
                    select json_build_object('sessionId', session_id, 'firstAt', first_at, 'lastAt', last_at, 'events', events,
                            'closedAt', closed_at, 'features', features)::text as json,
                        array[first_at::text, session_id::text] as key
                    from session
                    where workspace_id = $1 and subject_id = $2
                      and ($3::text[] is null or (first_at, session_id) > (($3[1])::timestamptz, ($3[2])::uuid))
                    order by first_at, session_id
                    limit $4
                    """), new Part("observations", """
                    select json_build_object('source', source, 'reference', reference, 'skill', skill, 'correct', correct,
                            'weight', weight, 'at', observed_at)::text as json,
                        array[observed_at::text, source, reference, skill] as key
                    from evidence
                    where workspace_id = $1 and subject_kind in ('LEARNER', 'ASSISTANT') and subject = $2
                      and ($3::text[] is null
                        or (observed_at, source, reference, skill) > (($3[1])::timestamptz, $3[2], $3[3], $3[4]))
                    order by observed_at, source, reference, skill
                    limit $4
                    """));

    /** {@code {"subject": ..., "events": [...], "sessions": [...], "observations": [...]}}. */
    Multi<Buffer> of(WorkspaceId workspace, String subject) {
        String beginning = new JsonObject().put("subject", subject).encode();
        Multi<String> parts = Multi.createFrom()
                .iterable(PARTS)
                .onItem()
                .transformToMultiAndConcatenate(part -> part(workspace, subject, part));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(beginning.substring(0, beginning.length() - 1)),
                        parts,
                        Multi.createFrom().item("}\n"))
                .map(Buffer::buffer);
    }

    private Multi<String> part(WorkspaceId workspace, String subject, Part part) {
        AtomicReference<String> separator = new AtomicReference<>("\n");
        Multi<String> rows = rows(workspace, subject, part).map(json -> separator.getAndSet(",\n") + json);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",\n\"" + part.name() + "\": ["),
                        rows,
                        Multi.createFrom().item("]"));
    }

    private Multi<String> rows(WorkspaceId workspace, String subject, Part part) {
        AtomicReference<String @Nullable []> last = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> page(workspace, subject, part, last.get()))
                .whilst(page -> page.size() == PAGE)
                .invoke(page -> page.forEach(row -> last.set(row.getArrayOfStrings("key"))))
                .onItem()
                .<Row>disjoint()
                .map(row -> row.getString("json"));
    }

    private Uni<List<Row>> page(WorkspaceId workspace, String subject, Part part, String @Nullable [] last) {
        return pool.preparedQuery(part.query())
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addString(subject)
                        .addArrayOfString(last)
                        .addInteger(PAGE))
                .map(rows -> Rows.list(rows, row -> row));
    }
}
