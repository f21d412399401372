package io.parley.run.runs;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.run.runs.RunStarter.NewRun;
import io.parley.run.suites.Revision;
import io.parley.run.suites.Suites;
import io.parley.run.targets.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs of a workspace. */
@ApplicationScoped
public class Runs {

    private final Suites suites;
    private final Targets targets;
    private final ChosenCases chosenCases;
    private final Simulators simulators;
    private final RunStarter starter;
    private final RunCanceller canceller;
    private final RunPauses pauses;
    private final RunRepository runs;
    private final Event<RunsChanged> changes;

    Runs(
            Suites suites,
            Targets targets,
            ChosenCases chosenCases,
            Simulators simulators,
            RunStarter starter,
            RunCanceller canceller,
            RunPauses pauses,
            RunRepository runs,
            Event<RunsChanged> changes) {
        this.suites = suites;
        this.targets = targets;
        this.chosenCases = chosenCases;
        this.simulators = simulators;
        this.starter = starter;
        this.canceller = canceller;
        this.pauses = pauses;
        this.runs = runs;
        this.changes = changes;
    }

    /** How a run stands now. None of this id in the workspace: a 404. */
    public Uni<RunView> require(WorkspaceId workspace, RunId id) {
        return runs.find(workspace, id).map(found -> found.orElseThrow(RunProblems.NOT_FOUND::problem));
    }

    /** A run that has ended. None of this id in the workspace: a 404; one that is under way: a 409. */
    public Uni<RunView> requireEnded(WorkspaceId workspace, RunId id) {
        return require(workspace, id).invoke(run -> requireOver(run.status().ended()));
    }

    /** A run whose executions all have their verdicts; as {@link #requireEnded}, and a cancelled one is a 409 too. */
    public Uni<RunView> requireCompleted(WorkspaceId workspace, RunId id) {
        return requireEnded(workspace, id).invoke(Runs::requireNotCancelled);
    }

    Uni<Page<RunView>> list(WorkspaceId workspace, RunFilter filter, Slice slice) {
        return runs.list(workspace, filter, slice)
                .map(rows ->
                        Page.of(rows, slice.limit(), run -> new Cursor(run.id().toString())));
    }

    /** Starts a run of this revision against this target. */
    public Uni<RunView> start(WorkspaceId workspace, UUID starting, SuiteId suite, int revision, TargetId target) {
        return start(workspace, starting, StartRun.of(suite, revision, target), null)
                .map(Started::run);
    }

    /** Starts a run. The idempotency key of an earlier one starts nothing and finds that one. */
    Uni<Started> start(WorkspaceId workspace, UUID starting, StartRun request, @Nullable String key) {
        return key == null
                ? startNew(workspace, starting, request, null)
                : runs.findByKey(workspace, key)
                        .chain(found -> found.isPresent()
                                ? again(found.get(), request)
                                : startNew(workspace, starting, request, key));
    }

    /** Ends a run that is under way; what is still to be asked is not asked any more. */
    Uni<RunView> cancel(WorkspaceId workspace, RunId id) {
        return underWay(workspace, id, canceller.cancel(workspace, id));
    }

    /** Sends nothing of a run that is under way from now on, until it is resumed. One that is paused already stays so. */
    Uni<RunView> pause(WorkspaceId workspace, RunId id, UUID pausing, PauseRun request) {
        return underWay(workspace, id, pauses.pause(workspace, id, pausing, request.reason()));
    }

    /** Goes on with a run that is under way, whatever paused it. */
    Uni<RunView> resume(WorkspaceId workspace, RunId id) {
        return underWay(workspace, id, pauses.resume(workspace, id));
    }

    /** The run after a change that only a run under way takes. */
    private Uni<RunView> underWay(WorkspaceId workspace, RunId id, Uni<Boolean> change) {
        return change.invoke(changed -> changed(changed, id))
                .chain(changed -> require(workspace, id).invoke(run -> refuseUnless(changed)));
    }

    private Uni<Started> startNew(WorkspaceId workspace, UUID starting, StartRun request, @Nullable String key) {
        RunId id = new RunId(Ids.next());
        return suites.require(workspace, request.suiteId(), request.revision())
                .call(revision -> requireCases(revision, request))
                .chain(revision -> newRun(workspace, id, starting, request, revision, key))
                .chain(starter::start)
                .chain(stored -> stored ? started(workspace, id) : raced(workspace, request, key));
    }

    private Uni<NewRun> newRun(
            WorkspaceId workspace, RunId id, UUID starting, StartRun request, Revision revision, @Nullable String key) {
        return target(workspace, request, revision)
                .chain(target -> simulators
                        .of(workspace, revision, request.options())
                        .map(users ->
                                new NewRun(id, workspace, revision, target, users, request.options(), key, starting)));
    }

    /** There are some to hold, and not too many. */
    private Uni<Integer> requireCases(Revision revision, StartRun request) {
        return chosenCases
                .count(revision, request.choice())
                .invoke(cases -> requireSome(cases, request.choice()))
                .invoke(cases -> requireRoom(cases, request.repeat()));
    }

    private static void requireSome(int cases, CaseChoice choice) {
        if (cases == 0) {
            throw RunProblems.NOTHING_CHOSEN.problem(choice.complaints());
        }
    }

    private static void requireRoom(int cases, @Nullable Integer repeat) {
        if (repeat != null && !Revision.mayHold(cases, repeat)) {
            throw ProblemType.INVALID_INPUT.problem(
                    List.of(new FieldError("/repeat", "must not make the run larger than a suite may be")));
        }
    }

    private Uni<LiveTarget> target(WorkspaceId workspace, StartRun request, Revision revision) {
        if (request.targetId() != null) {
            return targets.require(workspace, request.targetId());
        }
        String name = request.target() == null ? revision.target() : request.target();
        if (name == null) {
            throw ProblemType.INVALID_INPUT.problem(
                    List.of(new FieldError("/target", "must name a target, since the suite names none")));
        }
        return targets.require(workspace, name);
    }

    private Uni<Started> started(WorkspaceId workspace, RunId id) {
        changed(true, id);
        return require(workspace, id).map(run -> new Started(run, true));
    }

    /** Another request with the same key was stored between our look and our insert. */
    private Uni<Started> raced(WorkspaceId workspace, StartRun request, @Nullable String key) {
        return key == null
                ? Uni.createFrom().failure(new IllegalStateException("the revision vanished"))
                : runs.findByKey(workspace, key).chain(found -> again(found.orElseThrow(), request));
    }

    private static Uni<Started> again(RunView run, StartRun request) {
        boolean same = run.suiteId().equals(request.suiteId())
                && (request.revision() == null || run.revision() == request.revision())
                && request.options().areOf(run)
                && (request.targetId() == null || run.targetId().equals(request.targetId()))
                && (request.targetId() != null
                        || request.target() == null
                        || run.targetName().equals(request.target()));
        return same
                ? Uni.createFrom().item(new Started(run, false))
                : Uni.createFrom().failure(RunProblems.KEY_REUSED.problem());
    }

    private void changed(boolean really, RunId id) {
        if (really) {
            changes.fire(new RunsChanged(Set.of(id)));
        }
    }

    private static void requireOver(boolean over) {
        if (!over) {
            throw RunProblems.NOT_OVER.problem();
        }
    }

    private static void requireNotCancelled(RunView run) {
        if (run.status() == RunStatus.CANCELLED) {
            throw RunProblems.CANCELLED.problem();
        }
    }

    private static void refuseUnless(boolean underWay) {
        if (!underWay) {
            throw RunProblems.ENDED.problem();
        }
    }

    /** @param created whether the run is new */
    record Started(RunView run, boolean created) {}
}
