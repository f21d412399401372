package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.run.comparison.ComparedCase.Placed;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs of a workspace compared with earlier ones. */
@ApplicationScoped
public class Comparisons {

    private final Runs runs;
    private final ComparisonRepository comparisons;

    Comparisons(Runs runs, ComparisonRepository comparisons) {
        this.runs = runs;
        this.comparisons = comparisons;
    }

    /**
     * How many cases pass in the earlier run and fail in the later one, by the verdicts as they are now. Both are runs of one
     * suite of the workspace, which the caller knows.
     */
    public Uni<Integer> newlyFailing(WorkspaceId workspace, RunId later, RunId earlier) {
        return comparisons.newlyFailing(workspace, later, earlier);
    }

    Uni<ComparisonView> compare(WorkspaceId workspace, RunId run, ComparisonQuery query) {
        return requireComparable(workspace, run, query.with())
                .chain(() -> comparisons.count(workspace, run, query.with()))
                .map(changes -> ComparisonView.of(run, query.with(), changes));
    }

    Uni<Page<ComparedCase>> cases(WorkspaceId workspace, RunId run, ComparisonQuery query, Slice slice) {
        return requireComparable(workspace, run, query.with())
                .chain(() -> comparisons.list(workspace, run, query.with(), query.change(), slice))
                .map(rows ->
                        Page.of(rows, slice.limit(), placed -> placed.place().cursor()))
                .map(page ->
                        new Page<>(page.items().stream().map(Placed::compared).toList(), page.next()));
    }

    private Uni<RunView> requireComparable(WorkspaceId workspace, RunId run, RunId with) {
        return runs.requireEnded(workspace, run)
                .chain(later -> runs.requireEnded(workspace, with).invoke(earlier -> requireSameSuite(later, earlier)));
    }

    private static void requireSameSuite(RunView later, RunView earlier) {
        if (!later.suiteId().equals(earlier.suiteId())) {
            throw ComparisonProblems.otherSuite("with");
        }
    }
}
