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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Plays the workers and the scorer by hand: takes requests from the broker, and sends transcripts and verdicts. */
public final class Worker implements AutoCloseable {

    /** For a request that must come, however busy the machine is with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than the dispatcher waits between the requests of one round; what is due together comes together. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final TestBroker broker = TestBroker.connect();

    /**
     * Waits for requests of one run, and takes them until there are so many, or no more come for a while; those of other runs
     * are lost.
     */
    public List<ExecutionRequested> take(String run, int most) {
        return take(run, most, PATIENCE);
    }

    /** The request of the run that comes within a while, if one does; those of other runs are lost. */
    public Optional<ExecutionRequested> late(String run) {
        return take(run, 1, SILENCE).stream().findFirst();
    }

    private List<ExecutionRequested> take(String run, int most, Duration untilFirst) {
        List<ExecutionRequested> taken = new ArrayList<>();
        long end = System.nanoTime() + untilFirst.toNanos();
        while (taken.size() < most && System.nanoTime() < end) {
            Optional<ExecutionRequested> next = next();
            if (next.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            } else if (next.get().runId().equals(RunId.fromString(run))) {
                taken.add(next.get());
                end = System.nanoTime() + SILENCE.toNanos();
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
