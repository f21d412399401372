package io.parley.run.statistics;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the runs of a workspace come to. */
@ApplicationScoped
class Summaries {

    private final Runs runs;
    private final SummaryRepository summaries;
    private final GroupRepository groups;
    private final Gates gates;

    Summaries(Runs runs, SummaryRepository summaries, GroupRepository groups, Gates gates) {
        this.runs = runs;
        this.summaries = summaries;
        this.groups = groups;
        this.gates = gates;
    }

    Uni<SummaryView> summarize(WorkspaceId workspace, RunId id) {
        return runs.require(workspace, id).chain(run -> summarize(workspace, run));
    }

    Uni<Page<GroupView>> groups(WorkspaceId workspace, RunId id, Grouping by, Slice slice) {
        return runs.require(workspace, id)
                .chain(run -> groups.list(workspace, id, by, slice))
                .map(rows -> Page.of(rows, slice.limit(), GroupView::cursor));
    }

    /** The three look at different things, each on a connection of its own. */
    private Uni<SummaryView> summarize(WorkspaceId workspace, RunView run) {
        return Uni.combine()
                .all()
                .unis(summaries.latency(workspace, run.id()), repeats(workspace, run), gates.check(workspace, run))
                .with((latency, repeats, gate) -> SummaryView.of(run, latency, repeats, gate));
    }

    private Uni<Optional<Repeats>> repeats(WorkspaceId workspace, RunView run) {
        return summaries.repeats(workspace, run.id()).chain(found -> withCauses(workspace, run, found));
    }

    private Uni<Optional<Repeats>> withCauses(WorkspaceId workspace, RunView run, Optional<Repeats> repeats) {
        return repeats.isEmpty() || repeats.get().flaky() == 0
                ? Uni.createFrom().item(repeats)
                : summaries
                        .causes(workspace, run.id(), repeats.get().flaky())
                        .map(causes -> repeats.map(found -> found.withCauses(causes)));
    }
}
