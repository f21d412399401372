package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.WorkspaceId;
import io.parley.run.executions.Executions;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Writes results as fast as they are read by whoever asked; a file of any length takes the memory of one page. */
@ApplicationScoped
class Export {

    private final Executions executions;
    private final ObjectMapper json;

    Export(Executions executions, ObjectMapper json) {
        this.executions = executions;
        this.json = json;
    }

    Multi<Buffer> of(WorkspaceId workspace, List<RunView> runs, ExportFormat format) {
        Layout layout = format.layout(json);
        Multi<String> all = Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToMultiAndConcatenate(run -> run(workspace, run, layout));
        return Multi.createBy()
                .concatenating()
                .streams(part(layout::beginning), all, part(layout::end))
                .filter(text -> !text.isEmpty())
                .map(Buffer::buffer);
    }

    private Multi<String> run(WorkspaceId workspace, RunView run, Layout layout) {
        Multi<String> each = executions.all(workspace, run.id()).map(execution -> layout.execution(run, execution));
        return Multi.createBy()
                .concatenating()
                .streams(part(() -> layout.runBegins(run)), each, part(() -> layout.runEnds(run)));
    }

    /** Layouts remember what they wrote last, so each part is written when its turn has come. */
    private static Multi<String> part(Supplier<String> text) {
        return Multi.createFrom().item(text);
    }
}
