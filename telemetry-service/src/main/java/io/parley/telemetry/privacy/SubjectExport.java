package io.parley.telemetry.privacy;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.telemetry.pseudonyms.Pseudonyms;
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
    private final Pseudonyms pseudonyms;

    SubjectExport(Pool pool, Pseudonyms pseudonyms) {
        this.pool = pool;
        this.pseudonyms = pseudonyms;
    }

    /** {@code {"subject": ..., "events": [...], "sessions": [...], "observations": [...], "reads": [...]}}. */
    Multi<Buffer> of(WorkspaceId workspace, String subject) {
        List<String> ids = pseudonyms.of(workspace).idsOf(subject);
        String beginning = new JsonObject().put("subject", subject).encode();
        Multi<String> parts = Multi.createFrom()
                .iterable(ExportPart.ALL)
                .onItem()
                .transformToMultiAndConcatenate(part -> written(workspace, ids, part));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(beginning.substring(0, beginning.length() - 1)),
                        parts,
                        Multi.createFrom().item("}\n"))
                .map(Buffer::buffer);
    }

    private Multi<String> written(WorkspaceId workspace, List<String> ids, ExportPart part) {
        AtomicReference<String> separator = new AtomicReference<>("\n");
        Multi<String> rows = Multi.createFrom()
                .iterable(part.sources())
                .onItem()
                .transformToMultiAndConcatenate(source -> rows(workspace, ids, source))
                .map(json -> separator.getAndSet(",\n") + json);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",\n\"" + part.name() + "\": ["),
                        rows,
                        Multi.createFrom().item("]"));
    }

    private Multi<String> rows(WorkspaceId workspace, List<String> ids, ExportPart.Source source) {
        return Multi.createFrom()
                .iterable(source.queried(ids))
                .onItem()
                .transformToMultiAndConcatenate(queried -> pages(workspace, queried, source));
    }

    private Multi<String> pages(WorkspaceId workspace, List<String> ids, ExportPart.Source source) {
        AtomicReference<String[]> last = new AtomicReference<>(source.first().toArray(String[]::new));
        return Multi.createBy()
                .repeating()
                .uni(() -> page(workspace, ids, source, last.get()))
                .whilst(page -> page.size() == PAGE)
                .invoke(page -> page.forEach(row -> last.set(row.getArrayOfStrings("key"))))
                .onItem()
                .<Row>disjoint()
                .map(row -> row.getString("json"));
    }

    private Uni<List<Row>> page(WorkspaceId workspace, List<String> ids, ExportPart.Source source, String[] last) {
        return pool.preparedQuery(source.query())
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addArrayOfString(ids.toArray(String[]::new))
                        .addArrayOfString(last)
                        .addInteger(PAGE))
                .map(rows -> Rows.list(rows, row -> row));
    }
}
