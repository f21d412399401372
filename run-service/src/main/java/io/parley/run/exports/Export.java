package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.WorkspaceId;
import io.parley.run.executions.Executions;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        return new ExportText(format, json)
                .of(runs, run -> executions.all(workspace, run.id()))
                .map(Buffer::buffer);
    }
}
