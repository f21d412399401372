package io.parley.run.testing;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Failure;
import io.parley.contracts.Queues;
import io.parley.contracts.RunId;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays the workers and the scorer by hand: takes requests from the broker, and sends transcripts and verdicts. */
public final class Worker implements AutoCloseable {

    /** Longer than a machine that is busy with other things keeps the dispatcher waiting. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final TestBroker broker = TestBroker.connect();

    /** Takes requests of one run until there are so many, or none has come for a while; those of other runs are lost. */
    public List<ExecutionRequested> take(String run, int most) {
        List<ExecutionRequested> taken = new ArrayList<>();
        long patience = System.nanoTime() + SILENCE.toNanos();
        while (taken.size() < most && System.nanoTime() < patience) {
            Optional<ExecutionRequested> next = broker.take(Queues.WORK_EXECUTIONS.name(), ExecutionRequested.class);
            if (next.isPresent() && next.get().runId().equals(RunId.fromString(run))) {
                taken.add(next.get());
                patience = System.nanoTime() + SILENCE.toNanos();
            } else if (next.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        return taken;
    }

    /** Takes the requests that are there, of every run. */
    public List<ExecutionRequested> takeAll() {
        List<ExecutionRequested> taken = new ArrayList<>();
        for (var next = next(); next.isPresent(); next = next()) {
            taken.add(next.get());
        }
        return taken;
    }

    private Optional<ExecutionRequested> next() {
        return broker.take(Queues.WORK_EXECUTIONS.name(), ExecutionRequested.class);
    }

    public void complete(ExecutionRequested request) {
        broker.publish(completed(request, null));
    }

    public void validate(ExecutionRequested request, Verdict verdict) {
        broker.publish(validated(request, verdict));
    }

    public TestBroker broker() {
        return broker;
    }

    public static ExecutionCompleted completed(ExecutionRequested request, @Nullable Failure failure) {
        Exchange exchange = new Exchange("What is 1 and one?", "Two \u0000 😀", 200, Duration.ofMillis(80), 1);
        return new ExecutionCompleted(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                request.target().id(),
                request.conversation().name(),
                new Transcript(Instant.EPOCH, Duration.ofMillis(81), List.of(exchange), failure),
                new Checks(List.of(), List.of(), null));
    }

    public static ExecutionValidated validated(ExecutionRequested request, Verdict verdict) {
        return new ExecutionValidated(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                verdict,
                verdict == Verdict.PASS ? 1 : 0,
                List.of(new AssertionResult(
                        "contains",
                        0,
                        verdict,
                        verdict == Verdict.PASS ? 1 : 0,
                        1,
                        "because",
                        Map.of("expected", "1"))));
    }

    @Override
    public void close() {
        broker.close();
    }
}
