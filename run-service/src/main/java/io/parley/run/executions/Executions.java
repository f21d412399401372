package io.parley.run.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Page;
import io.parley.run.rows.Slice;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The executions of a run. */
@ApplicationScoped
class Executions {

    private final Runs runs;
    private final ExecutionRepository executions;
    private final VerdictHistory history;

    Executions(Runs runs, ExecutionRepository executions, VerdictHistory history) {
        this.runs = runs;
        this.history = history;
        this.executions = executions;
    }

    Uni<Page<ExecutionView>> list(WorkspaceId workspace, RunId run, ExecutionFilter filter, Slice slice) {
        return runs.require(workspace, run)
                .chain(found -> executions.list(workspace, run, filter, slice))
                .map(rows -> Page.of(rows, slice.limit(), ExecutionPosition::cursor));
    }

    Uni<ExecutionDetails> show(WorkspaceId workspace, RunId run, ExecutionId id) {
        return executions
                .find(workspace, run, id)
                .map(found -> found.orElseThrow(ExecutionProblems.NOT_FOUND::problem))
                .chain(found ->
                        history.of(workspace, id, found.execution().attempt()).map(found::with));
    }
}
