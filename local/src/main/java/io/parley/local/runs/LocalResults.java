package io.parley.local.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.executions.ExecutionStatus;
import io.parley.run.executions.ExecutionView;
import io.parley.run.exports.ExportRequest;
import io.parley.run.exports.ExportText;
import io.parley.run.runs.RunStatus;
import io.parley.run.runs.RunView;
import io.parley.run.statistics.GateConditions;
import io.parley.run.statistics.GateView;
import io.parley.run.suites.Gate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of runs, as a platform would show it. */
@ApplicationScoped
public class LocalResults {

    private static final int ONLY_ATTEMPT = 1;

    private final LocalRuns runs;
    private final ObjectMapper json;

    LocalResults(LocalRuns runs, ObjectMapper json) {
        this.runs = runs;
        this.json = json;
    }

    /** None of this id: a 404. */
    public RunView run(RunId id) {
        return runs.require(id).view();
    }

    /** Whether the run keeps to what its suite asks; nothing while it is under way, when it was cancelled, and if nothing is asked. */
    public Optional<GateView> gate(RunId id) {
        LocalRun run = runs.require(id);
        RunView view = run.view();
        Gate gate = run.suite().gate();
        return view.status() == RunStatus.COMPLETED && !gate.isOpen()
                ? Optional.of(GateConditions.checkAlone(view, gate))
                : Optional.empty();
    }

    /** The first executions with this verdict, in the order of the suite. */
    public List<ExecutionView> executions(RunId id, Verdict verdict, int most) {
        LocalRun run = runs.require(id);
        return run.executions().stream()
                .filter(execution -> run.outcome(execution)
                        .filter(outcome -> outcome.validated().verdict() == verdict)
                        .isPresent())
                .limit(most)
                .map(execution -> view(run, execution))
                .toList();
    }

    /** An execution with all that came of it. None of this id in the run: a 404. */
    public ExecutionResult execution(RunId id, ExecutionId execution) {
        LocalRun run = runs.require(id);
        return run.executions().stream()
                .filter(each -> each.id().equals(execution))
                .findFirst()
                .map(found -> result(run, found))
                .orElseThrow(LocalRunProblems.NO_EXECUTION::problem);
    }

    /** The text of a file with the results of runs, all of which are over. */
    public Uni<String> export(ExportRequest request) {
        List<RunView> views = request.runs().stream().map(this::ended).toList();
        return new ExportText(request.format(), json)
                .of(views, this::all)
                .collect()
                .in(StringBuilder::new, StringBuilder::append)
                .map(StringBuilder::toString);
    }

    private RunView ended(UUID id) {
        RunView view = run(new RunId(id));
        if (!view.status().ended()) {
            throw LocalRunProblems.NOT_OVER.problem();
        }
        return view;
    }

    private Multi<ExecutionResult> all(RunView view) {
        LocalRun run = runs.require(view.id());
        return Multi.createFrom().iterable(run.executions()).map(execution -> result(run, execution));
    }

    private ExecutionResult result(LocalRun run, LocalExecution execution) {
        Optional<Outcome> outcome = run.outcome(execution);
        return new ExecutionResult(
                view(run, execution),
                text(outcome.map(come -> come.completed().transcript()).orElse(null)),
                text(outcome.map(come -> come.validated().results()).orElse(null)));
    }

    private ExecutionView view(LocalRun run, LocalExecution execution) {
        @Nullable Outcome outcome = run.outcome(execution).orElse(null);
        return new ExecutionView(
                execution.id(),
                execution.position(),
                execution.conversation().name(),
                String.valueOf(text(execution.conversation().vars())),
                execution.repeat(),
                outcome == null ? unfinished(run) : ExecutionStatus.FINISHED,
                outcome == null ? null : outcome.validated().verdict(),
                outcome == null ? null : outcome.validated().score(),
                ONLY_ATTEMPT,
                outcome == null ? null : outcome.completed().transcript().duration(),
                outcome == null ? null : text(outcome.completed().transcript().failure()));
    }

    private static ExecutionStatus unfinished(LocalRun run) {
        return run.isOver() ? ExecutionStatus.CANCELLED : ExecutionStatus.DISPATCHED;
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that is no JSON", impossible);
        }
    }
}
