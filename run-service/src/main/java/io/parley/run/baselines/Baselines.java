package io.parley.run.baselines;

import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.WorkspaceId;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.parley.run.suites.Suites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The baselines of a workspace's suites. */
@ApplicationScoped
public class Baselines {

    private final Suites suites;
    private final Runs runs;
    private final BaselineRepository baselines;

    Baselines(Suites suites, Runs runs, BaselineRepository baselines) {
        this.suites = suites;
        this.runs = runs;
        this.baselines = baselines;
    }

    /** The run that runs of the suite on the branch are held against, if one was chosen. */
    public Uni<Optional<RunId>> find(WorkspaceId workspace, SuiteId suite, String branch) {
        return baselines.find(workspace, suite, branch).map(found -> found.map(BaselineView::runId));
    }

    Uni<BaselineView> show(WorkspaceId workspace, SuiteId suite, String branch) {
        return baselines
                .find(workspace, suite, branch)
                .map(found -> found.orElseThrow(BaselineProblems.NOT_FOUND::problem));
    }

    /** Makes a completed run of the suite the branch's baseline, in place of another. */
    Uni<BaselineView> set(WorkspaceId workspace, SuiteId suite, String branch, RunId run, UUID setter) {
        return suites.require(workspace, suite, null)
                .chain(() -> runs.requireCompleted(workspace, run))
                .invoke(completed -> requireOfSuite(completed, suite))
                .chain(() -> baselines.set(workspace, suite, branch, run, setter));
    }

    Uni<Void> remove(WorkspaceId workspace, SuiteId suite, String branch) {
        return baselines
                .delete(workspace, suite, branch)
                .invoke(Baselines::requireRemoved)
                .replaceWithVoid();
    }

    private static void requireOfSuite(RunView run, SuiteId suite) {
        if (!run.suiteId().equals(suite)) {
            throw BaselineProblems.otherSuite();
        }
    }

    private static void requireRemoved(boolean removed) {
        if (!removed) {
            throw BaselineProblems.NOT_FOUND.problem();
        }
    }
}
