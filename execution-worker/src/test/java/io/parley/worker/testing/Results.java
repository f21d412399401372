package io.parley.worker.testing;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.Target;
import io.parley.platform.testing.TestBroker;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Sends requests to the worker under test and collects what it publishes. */
public final class Results implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestBroker broker = TestBroker.connect();
    private final String queue = broker.listen(ExecutionCompleted.class);
    private final List<ExecutionCompleted> seen = new ArrayList<>();

    public TestBroker broker() {
        return broker;
    }

    /** Sends a request and waits for its result. */
    public ExecutionCompleted of(ExecutionRequested request) {
        broker.publish(request);
        return await(request.executionId());
    }

    /** Holds a conversation of these messages with a target and waits for its result. */
    public ExecutionCompleted of(Target target, Duration timeout, String... messages) {
        return of(Requests.request(target, Requests.saying(timeout, messages)));
    }

    /** Holds a conversation of one turn with a target that behaves like this. */
    public ExecutionCompleted ofOneTurn(Vertx vertx, Duration timeout, Consumer<HttpServerRequest> behaviour) {
        try (StubTarget target = StubTarget.answering(vertx, (request, body) -> behaviour.accept(request))) {
            return of(Requests.target(target.url()), timeout, "x");
        }
    }

    public ExecutionCompleted await(ExecutionId execution) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !all(execution).isEmpty());
        return all(execution).getFirst();
    }

    /** Every result of an execution so far. */
    public List<ExecutionCompleted> all(ExecutionId execution) {
        return all().stream()
                .filter(result -> result.executionId().equals(execution))
                .toList();
    }

    /** Every result so far. */
    public List<ExecutionCompleted> all() {
        seen.addAll(broker.takeAll(queue, ExecutionCompleted.class));
        return List.copyOf(seen);
    }

    /** Why the conversation broke off; it must have. */
    public static Failure failure(ExecutionCompleted result) {
        return Objects.requireNonNull(result.transcript().failure(), "the conversation was held to its end");
    }

    /** The first turn of a conversation that was held to its end. */
    public static Exchange exchange(ExecutionCompleted result) {
        if (result.transcript().failure() != null) {
            throw new AssertionError(result.transcript().failure());
        }
        return result.transcript().exchanges().getFirst();
    }

    @Override
    public void close() {
        broker.close();
    }
}
