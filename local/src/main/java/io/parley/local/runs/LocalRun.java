package io.parley.local.runs;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Counts;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.run.results.Spending;
import io.parley.run.runs.RunStatus;
import io.parley.run.runs.RunView;
import io.parley.run.runs.StartRun;
import io.parley.run.suites.SuiteFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run and what came of it so far. Thread-safe. */
final class LocalRun {

    private static final int ONLY_ATTEMPT = 1;

    private final RunId id;
    private final SuiteFile suite;
    private final StartRun start;
    private final LiveTarget target;
    private final Map<String, ChatTarget> simulators;
    private final List<LocalExecution> executions;
    private final Instant createdAt;
    private final Map<LocalExecution, Outcome> outcomes = new HashMap<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private RunStatus status = RunStatus.RUNNING;
    private @Nullable Instant completedAt;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;

    LocalRun(
            RunId id,
            SuiteFile suite,
            StartRun start,
            LiveTarget target,
            Map<String, ChatTarget> simulators,
            List<LocalExecution> executions,
            Instant createdAt) {
        this.id = id;
        this.suite = suite;
        this.start = start;
        this.target = target;
        this.simulators = simulators;
        this.executions = executions;
        this.createdAt = createdAt;
    }

    RunId id() {
        return id;
    }

    SuiteFile suite() {
        return suite;
    }

    /** In the order of the suite. */
    List<LocalExecution> executions() {
        return executions;
    }

    /** Conversations of which none waits for another one: each has a place at its target, and asks the model that plays its user. */
    int slots() {
        return Stream.concat(Stream.of(target), simulators.values().stream())
                .mapToInt(partner -> partner.limits().maxConcurrency())
                .min()
                .orElseThrow();
    }

    ExecutionRequested request(LocalExecution execution, WorkspaceId workspace) {
        SimulatedUser user = execution.conversation().simulate();
        return new ExecutionRequested(
                execution.id(),
                ONLY_ATTEMPT,
                id,
                workspace,
                target,
                execution.conversation(),
                execution.repeat(),
                user == null ? null : simulators.get(user.model()),
                null);
    }

    /** What comes after the end counts no more. */
    synchronized void finish(LocalExecution execution, Outcome outcome) {
        if (status.ended()) {
            return;
        }
        outcomes.put(execution, outcome);
        verdicts.merge(outcome.validated().verdict(), 1, Integer::sum);
        spend(Spending.of(outcome.completed()));
    }

    private void spend(Spending spending) {
        tokens += spending.tokens() == null ? 0 : spending.tokens();
        cost = spending.cost() == null ? cost : cost.add(spending.cost());
    }

    /** Ends it, completed if every execution has its verdict; only the first end counts, and says so. */
    synchronized boolean end(Instant now) {
        boolean first = !status.ended();
        if (first) {
            status = outcomes.size() == executions.size() ? RunStatus.COMPLETED : RunStatus.CANCELLED;
            completedAt = now;
        }
        return first;
    }

    synchronized boolean isOver() {
        return status.ended();
    }

    /** What came of an execution, if anything did. */
    synchronized Optional<Outcome> outcome(LocalExecution execution) {
        return Optional.ofNullable(outcomes.get(execution));
    }

    synchronized RunView view() {
        return RunView.alone(id, suite.name(), target, start, status, counts(), tokens, cost, createdAt, completedAt);
    }

    private Counts counts() {
        int cancelled = status == RunStatus.CANCELLED ? executions.size() - outcomes.size() : 0;
        return new Counts(
                executions.size(),
                count(Verdict.PASS),
                count(Verdict.FAIL),
                count(Verdict.ERROR),
                count(Verdict.UNSURE),
                cancelled);
    }

    private int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }
}
