package io.parley.local.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunId;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.WorkspaceId;
import io.parley.local.suites.LocalSuites;
import io.parley.local.suites.Partners;
import io.parley.platform.ids.Ids;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.InputMistakes;
import io.parley.platform.problems.ProblemType;
import io.parley.run.runs.RunView;
import io.parley.run.runs.StartRun;
import io.parley.run.suites.SuiteFile;
import io.parley.validation.scoring.Scorer;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.cancellations.RunWasCancelled;
import io.parley.worker.conversations.PlacedConversations;
import io.parley.worker.grants.NoSlot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The runs of this process: each is carried out from its start to its end, or until it is cancelled. */
@ApplicationScoped
public class LocalRuns {

    private static final Logger LOG = Logger.getLogger(LocalRuns.class);

    /** They mostly wait for models; each is in memory meanwhile. */
    private static final int JUDGED_AT_ONCE = 64;

    /** Everything here belongs to whoever runs it. */
    private final WorkspaceId workspace = new WorkspaceId(Ids.next());

    private final LocalSuites suites;
    private final Partners partners;
    private final PlacedConversations conversations;
    private final Scorer scorer;
    private final Cancellations cancellations;
    private final Validator validator;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<RunId, LocalRun> runs = new ConcurrentHashMap<>();

    LocalRuns(
            LocalSuites suites,
            Partners partners,
            PlacedConversations conversations,
            Scorer scorer,
            Cancellations cancellations,
            Validator validator,
            ObjectMapper json,
            Clock clock) {
        this.suites = suites;
        this.partners = partners;
        this.conversations = conversations;
        this.scorer = scorer;
        this.cancellations = cancellations;
        this.validator = validator;
        this.json = json;
        this.clock = clock;
    }

    /** Starts a run; what keeps it from being carried out here is a problem that says so, before anything was asked. */
    public RunView start(StartRun start) {
        requireValid(start);
        SuiteFile suite = suites.require(start.suiteId());
        LiveTarget target = partners.target(suite, start.target());
        List<LocalExecution> executions = ExpandedSuite.of(suite, start, json);
        LocalRun run = new LocalRun(
                new RunId(Ids.next()),
                suite,
                start,
                target,
                partners.simulators(workspace, suite, simulators(executions)),
                executions,
                clock.instant());
        runs.put(run.id(), run);
        carryOut(run);
        return run.view();
    }

    private static Set<String> simulators(List<LocalExecution> executions) {
        return executions.stream()
                .map(execution -> execution.conversation().simulate())
                .filter(Objects::nonNull)
                .map(SimulatedUser::model)
                .collect(Collectors.toSet());
    }

    /** Ends a run: what is under way is not waited for. One that is over already stays as it is. */
    public Uni<RunView> cancel(RunId id) {
        LocalRun run = require(id);
        return run.end(clock.instant())
                ? cancellations
                        .announce(List.of(new RunCancelled(id, workspace, clock.instant())))
                        .map(told -> run.view())
                : Uni.createFrom().item(run.view());
    }

    /** None of this id: a 404. */
    LocalRun require(RunId id) {
        LocalRun run = runs.get(id);
        if (run == null) {
            throw LocalRunProblems.NOT_FOUND.problem();
        }
        return run;
    }

    private void requireValid(StartRun start) {
        List<FieldError> mistakes =
                validator.validate(start).stream().map(InputMistakes::of).toList();
        if (!mistakes.isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(mistakes);
        }
    }

    private void carryOut(LocalRun run) {
        var unused = Multi.createFrom()
                .iterable(run.executions())
                .onItem()
                .transformToUni(execution -> hold(run, execution))
                .merge(run.slots())
                .onItem()
                .transformToUni(held -> judge(run, held))
                .merge(JUDGED_AT_ONCE)
                .subscribe()
                .with(judged -> {}, failure -> failed(run, failure), () -> run.end(clock.instant()));
    }

    /** Nothing came of one whose run was cancelled. */
    private Uni<Held> hold(LocalRun run, LocalExecution execution) {
        return conversations
                .hold(run.request(execution, workspace))
                .onFailure(LocalRuns::isForLackOfRoom)
                .retry()
                .indefinitely()
                .map(completed -> new Held(execution, Optional.of(completed)))
                .onFailure(RunWasCancelled.class)
                .recoverWithItem(new Held(execution, Optional.empty()));
    }

    private Uni<Void> judge(LocalRun run, Held held) {
        return held.completed()
                .map(completed -> scorer.judge(completed)
                        .invoke(validated -> run.finish(held.execution(), new Outcome(completed, validated)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Of one that is over nobody waits for the rest. */
    private void failed(LocalRun run, Throwable failure) {
        if (run.end(clock.instant())) {
            LOG.errorf(failure, "message=\"the run could not go on, by a defect of Parley\" run=%s", run.id());
        }
    }

    private static boolean isForLackOfRoom(Throwable failure) {
        return failure instanceof NoSlot noSlot && noSlot.reason() == NoSlot.Reason.ALL_TAKEN;
    }

    /** @param completed absent if the run was cancelled before */
    private record Held(LocalExecution execution, Optional<ExecutionCompleted> completed) {}
}
