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

/** Writes all that is stored about a subject as one JSON object, as fast as it is read and a page at a time. */
@ApplicationScoped
class SubjectExport {

    private static final int PAGE = 500;

    private final Pool pool;

    SubjectExport(Pool pool) {
        this.pool = pool;
    }

    /** {@code {"subject": ..., "events": [...], "sessions": [...], "observations": [...], "reads": [...]}}. */
    Multi<Buffer> of(WorkspaceId workspace, String subject) {
        String beginning = new JsonObject().put("subject", subject).encode();
        Multi<String> parts = Multi.createFrom()
                .iterable(ExportPart.ALL)
                .onItem()
                .transformToMultiAndConcatenate(part -> written(workspace, subject, part));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(beginning.substring(0, beginning.length() - 1)),
                        parts,
                        Multi.createFrom().item("}\n"))
                .map(Buffer::buffer);
    }

    private Multi<String> written(WorkspaceId workspace, String subject, ExportPart part) {
        AtomicReference<String> separator = new AtomicReference<>("\n");
        Multi<String> rows = Multi.createFrom()
                .iterable(part.sources())
                .onItem()
                .transformToMultiAndConcatenate(source -> rows(workspace, subject, source))
                .map(json -> separator.getAndSet(",\n") + json);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",\n\"" + part.name() + "\": ["),
                        rows,
                        Multi.createFrom().item("]"));
    }

    private Multi<String> rows(WorkspaceId workspace, String subject, ExportPart.Source source) {
        AtomicReference<String[]> last = new AtomicReference<>(source.first().toArray(String[]::new));
        return Multi.createBy()
                .repeating()
                .uni(() -> page(workspace, subject, source, last.get()))
                .whilst(page -> page.size() == PAGE)
                .invoke(page -> page.forEach(row -> last.set(row.getArrayOfStrings("key"))))
                .onItem()
                .<Row>disjoint()
                .map(row -> row.getString("json"));
    }

    private Uni<List<Row>> page(WorkspaceId workspace, String subject, ExportPart.Source source, String[] last) {
        return pool.preparedQuery(source.query())
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addString(subject)
                        .addArrayOfString(last)
                        .addInteger(PAGE))
                .map(rows -> Rows.list(rows, row -> row));
    }
}
