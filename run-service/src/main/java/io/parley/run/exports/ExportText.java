package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.local.ForLocal;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes one file, part by part. */
@ForLocal
public final class ExportText {

    private final ExportFormat format;
    private final ObjectMapper json;

    /** @param json of the wire format */
    public ExportText(ExportFormat format, ObjectMapper json) {
        this.format = format;
        this.json = json;
    }

    /**
     * The parts of a file with the results of these runs.
     *
     * @param executions of a run, in the order of its suite
     */
    public Multi<String> of(List<RunView> runs, Function<RunView, Multi<ExecutionResult>> executions) {
        Layout layout = format.layout(json);
        Multi<String> all = Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToMultiAndConcatenate(run -> run(run, executions.apply(run), layout));
        return Multi.createBy()
                .concatenating()
                .streams(part(layout::beginning), all, part(layout::end))
                .filter(text -> !text.isEmpty());
    }

    private static Multi<String> run(RunView run, Multi<ExecutionResult> executions, Layout layout) {
        Multi<String> each = executions.map(execution -> layout.execution(run, execution));
        return Multi.createBy()
                .concatenating()
                .streams(part(() -> layout.runBegins(run)), each, part(() -> layout.runEnds(run)));
    }

    /** Layouts remember what they wrote last, so each part is written when its turn has come. */
    private static Multi<String> part(Supplier<String> text) {
        return Multi.createFrom().item(text);
    }
}
