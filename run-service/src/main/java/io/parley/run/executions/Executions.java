package io.parley.run.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The executions of a run. */
@ApplicationScoped
public class Executions {

    /** Results are of any length, so few are in memory at once. */
    private static final int AT_ONCE = 10;

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
                .chain(found -> history.of(workspace, id, found.execution().attempt())
                        .map(entries -> new ExecutionDetails(found, entries)));
    }

    /** The executions of a run in the order of the suite, read as they are asked for. */
    public Multi<ExecutionResult> all(WorkspaceId workspace, RunId run) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(ExecutionPosition.BEFORE_ALL),
                        last -> executions
                                .results(workspace, run, last.get(), AT_ONCE)
                                .invoke(page -> advance(last, page)))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private static void advance(AtomicReference<ExecutionPosition> last, List<ExecutionResult> page) {
        if (!page.isEmpty()) {
            last.set(ExecutionPosition.of(page.getLast().execution()));
        }
    }
}
