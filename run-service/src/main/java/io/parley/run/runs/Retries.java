package io.parley.run.runs;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.run.runs.RunStarter.NewRun;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Suites;
import io.parley.run.targets.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;

/** Asks again what failed. The new run has its own verdicts and counts; the earlier one stays as it is. */
@ApplicationScoped
class Retries {

    private final Runs runs;
    private final Suites suites;
    private final Targets targets;
    private final Simulators simulators;
    private final RunStarter starter;
    private final Event<RunsChanged> changes;

    Retries(
            Runs runs,
            Suites suites,
            Targets targets,
            Simulators simulators,
            RunStarter starter,
            Event<RunsChanged> changes) {
        this.runs = runs;
        this.suites = suites;
        this.targets = targets;
        this.simulators = simulators;
        this.starter = starter;
        this.changes = changes;
    }

    /** Starts a run of the executions of one that is over that are FAIL or ERROR there, against the target as it is now. */
    Uni<RunView> retry(WorkspaceId workspace, UUID starting, RunId earlier) {
        RunId id = new RunId(Ids.next());
        return runs.requireEnded(workspace, earlier)
                .chain(run -> retrying(workspace, id, run, starting))
                .chain(starter::start)
                .invoke(Retries::requireSome)
                .chain(() -> started(workspace, id));
    }

    private Uni<NewRun> retrying(WorkspaceId workspace, RunId id, RunView run, UUID starting) {
        return suites.require(workspace, run.suiteId(), run.revision())
                .chain(revision -> retrying(workspace, id, run, starting, revision));
    }

    private Uni<NewRun> retrying(WorkspaceId workspace, RunId id, RunView run, UUID starting, Revision revision) {
        RunOptions options = RunOptions.retrying(run);
        return targets.require(workspace, run.targetId())
                .chain(target -> simulators
                        .of(workspace, revision, options)
                        .map(users -> new NewRun(id, workspace, revision, target, users, options, null, starting)));
    }

    private Uni<RunView> started(WorkspaceId workspace, RunId id) {
        changes.fire(new RunsChanged(Set.of(id)));
        return runs.require(workspace, id);
    }

    private static void requireSome(boolean some) {
        if (!some) {
            throw RunProblems.NOTHING_TO_RETRY.problem();
        }
    }
}
