package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which of several runs of a suite is the best of them, case by case. */
@ApplicationScoped
class BestOf {

    private final Runs runs;
    private final BestOfRepository repository;

    BestOf(Runs runs, BestOfRepository repository) {
        this.runs = runs;
        this.repository = repository;
    }

    Uni<BestOfView> count(WorkspaceId workspace, BestOfQuery query) {
        return requireComparable(workspace, query)
                .chain(views -> repository.count(workspace, query).map(counts -> BestOfView.of(views, counts)));
    }

    Uni<Page<BestOfCase>> cases(WorkspaceId workspace, BestOfQuery query, Slice slice) {
        return requireComparable(workspace, query)
                .chain(() -> repository.list(workspace, query, slice))
                .map(rows ->
                        Page.of(rows, slice.limit(), placed -> placed.place().cursor()))
                .map(page -> new Page<>(
                        page.items().stream().map(BestOfCase.Placed::compared).toList(), page.next()));
    }

    /** The runs, in the order of the request. */
    private Uni<List<RunView>> requireComparable(WorkspaceId workspace, BestOfQuery query) {
        return Multi.createFrom()
                .iterable(query.runs())
                .onItem()
                .transformToUniAndConcatenate(run -> ended(workspace, run))
                .collect()
                .asList()
                .invoke(BestOf::requireSameSuite);
    }

    private Uni<RunView> ended(WorkspaceId workspace, RunId run) {
        return runs.requireEnded(workspace, run);
    }

    private static void requireSameSuite(List<RunView> runs) {
        if (runs.stream().map(RunView::suiteId).distinct().count() > 1) {
            throw ComparisonProblems.otherSuite("run");
        }
    }
}
