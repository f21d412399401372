package io.parley.run.rescoring;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.parley.run.runs.RunsChanged;
import io.parley.run.suites.Suites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;

/** Judges the conversations of a workspace's runs again. */
@ApplicationScoped
class Rescoring {

    private final Runs runs;
    private final Suites suites;
    private final RescoredRuns rescoredRuns;
    private final Errors errors;
    private final Event<RunsChanged> changes;

    Rescoring(Runs runs, Suites suites, RescoredRuns rescoredRuns, Errors errors, Event<RunsChanged> changes) {
        this.runs = runs;
        this.suites = suites;
        this.rescoredRuns = rescoredRuns;
        this.errors = errors;
        this.changes = changes;
    }

    /** Starts a run of a revision whose conversations are those of the earlier run, which stays as it is. */
    Uni<RunView> rescore(WorkspaceId workspace, UUID starting, RunId earlier, Rescore request) {
        RunId id = new RunId(Ids.next());
        return runs.requireEnded(workspace, earlier)
                .chain(run -> suites.require(workspace, run.suiteId(), request.revision()))
                .chain(revision -> rescoredRuns.start(workspace, id, earlier, revision, starting))
                .invoke(Rescoring::requireCommon)
                .chain(() -> changed(workspace, id));
    }

    /** Judges those executions of a completed run again that are an ERROR although their conversation was held. */
    Uni<RunView> rejudge(WorkspaceId workspace, RunId run) {
        return runs.requireCompleted(workspace, run)
                .chain(() -> errors.judgeAgain(workspace, run))
                .invoke(Rescoring::requireSome)
                .chain(() -> changed(workspace, run));
    }

    private Uni<RunView> changed(WorkspaceId workspace, RunId run) {
        changes.fire(new RunsChanged(Set.of(run)));
        return runs.require(workspace, run);
    }

    private static void requireCommon(boolean common) {
        if (!common) {
            throw RescoringProblems.NOTHING_IN_COMMON.problem();
        }
    }

    private static void requireSome(boolean some) {
        if (!some) {
            throw RescoringProblems.NOTHING_TO_JUDGE.problem();
        }
    }
}
