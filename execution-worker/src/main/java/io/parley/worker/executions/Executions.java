package io.parley.worker.executions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.messaging.PublishFailed;
import io.parley.platform.messaging.Publisher;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.cancellations.RunWasCancelled;
import io.parley.worker.conversations.PlacedConversations;
import io.parley.worker.grants.NoSlot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Works on requests: the conversation, and the announcement of what came of it. */
@ApplicationScoped
class Executions {

    private static final int MAX_ANNOUNCEMENTS = 60;
    private static final Duration ANNOUNCEMENT_PAUSE = Duration.ofSeconds(1);

    private final Cancellations cancellations;
    private final PlacedConversations conversations;
    private final Publisher publisher;
    private final EventLoops loops;
    private final UnderWay underWay;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    Executions(
            Cancellations cancellations,
            PlacedConversations conversations,
            Publisher publisher,
            EventLoops loops,
            MeterRegistry metrics) {
        this.cancellations = cancellations;
        this.conversations = conversations;
        this.publisher = publisher;
        this.loops = loops;
        this.underWay = new UnderWay(loops);
        for (Outcome outcome : Outcome.values()) {
            counters.put(outcome, metrics.counter("parley.conversations", "outcome", outcome.tag()));
        }
    }

    /**
     * Completes when the request is dealt with: what came of it is safe with the broker, or its run was cancelled, or it
     * lies at the end of the queue again. Fails when it is to be delivered again.
     */
    Uni<Void> work(ExecutionRequested request) {
        return underWay.join(request, this::begin);
    }

    private Uni<Void> begin(ExecutionRequested request) {
        return cancellations
                .requireGoingOn(request.runId())
                .chain(() -> conversations.hold(request))
                .chain(completed -> announce(completed, 1))
                .onFailure(RunWasCancelled.class)
                .recoverWithUni(() -> count(Outcome.CANCELLED))
                .onFailure(Executions::isForLackOfRoom)
                .recoverWithUni(() -> requeue(request));
    }

    /** Tried for a while, since giving up means asking the target again. */
    private Uni<Void> announce(ExecutionCompleted completed, int tries) {
        return publisher
                .publish(completed)
                .chain(() -> count(Outcome.of(completed.transcript())))
                .onFailure(failure -> failure instanceof PublishFailed && tries < MAX_ANNOUNCEMENTS)
                .recoverWithUni(() -> loops.pause(ANNOUNCEMENT_PAUSE).chain(() -> announce(completed, tries + 1)));
    }

    /** Others behind it in the queue, for other targets, get their turn, and the broker need not take it back. */
    private Uni<Void> requeue(ExecutionRequested request) {
        return publisher.publish(request).chain(() -> count(Outcome.REQUEUED));
    }

    private static boolean isForLackOfRoom(Throwable failure) {
        return failure instanceof NoSlot noSlot && noSlot.reason() == NoSlot.Reason.ALL_TAKEN;
    }

    private Uni<Void> count(Outcome outcome) {
        return Uni.createFrom().voidItem().invoke(() -> counter(outcome).increment());
    }

    private Counter counter(Outcome outcome) {
        return Objects.requireNonNull(counters.get(outcome));
    }
}
