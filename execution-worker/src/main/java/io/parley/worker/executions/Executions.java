package io.parley.worker.executions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RecordedTarget;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.messaging.PublishFailed;
import io.parley.platform.messaging.Publisher;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.cancellations.RunWasCancelled;
import io.parley.worker.conversations.Conversations;
import io.parley.worker.conversations.Places;
import io.parley.worker.grants.Grants;
import io.parley.worker.grants.NoSlot;
import io.parley.worker.grants.Slot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Works on requests: a slot at the target, the conversation, the announcement of what came of it. */
@ApplicationScoped
class Executions {

    private static final int MAX_ANNOUNCEMENTS = 60;
    private static final Duration ANNOUNCEMENT_PAUSE = Duration.ofSeconds(1);

    private final Cancellations cancellations;
    private final Grants grants;
    private final Conversations conversations;
    private final Publisher publisher;
    private final EventLoops loops;
    private final UnderWay underWay;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    Executions(
            Cancellations cancellations,
            Grants grants,
            Conversations conversations,
            Publisher publisher,
            EventLoops loops,
            MeterRegistry metrics) {
        this.cancellations = cancellations;
        this.grants = grants;
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
                .chain(() -> answer(request))
                .onFailure(RunWasCancelled.class)
                .recoverWithUni(() -> count(Outcome.CANCELLED))
                .onFailure(Executions::isForLackOfRoom)
                .recoverWithUni(() -> requeue(request));
    }

    /** A recording takes nothing of what the target allows, so it needs no slot. */
    private Uni<Void> answer(ExecutionRequested request) {
        return switch (request.target()) {
            case LiveTarget target -> places(request, target).chain(places -> hold(request, target, places));
            case RecordedTarget target ->
                conversations.replay(request, target).chain(completed -> announce(completed, 1));
        };
    }

    /**
     * The place at the model that plays the user comes first. So whoever has one at the target waits for no other, and goes on to
     * its end.
     */
    private Uni<Places> places(ExecutionRequested request, LiveTarget target) {
        ChatTarget simulator = request.simulator();
        if (simulator == null || simulator.id().equals(target.id())) {
            return place(request, target).map(slot -> new Places(slot, slot));
        }
        return grants.accompany(simulator, request.runId())
                .chain(aside -> place(request, target)
                        .onFailure()
                        .invoke(aside::release)
                        .map(slot -> new Places(slot, aside)));
    }

    /** One that is taken later may not be there then; what a model that plays the user has said by that time would be said in vain. */
    private Uni<Slot> place(ExecutionRequested request, LiveTarget target) {
        return request.simulator() == null && conversations.recalls(request, target)
                ? Uni.createFrom().item(() -> grants.later(target, request.runId()))
                : grants.acquire(target, request.runId());
    }

    /** The places are free as soon as the conversation is over: the announcement needs none. */
    private Uni<Void> hold(ExecutionRequested request, LiveTarget target, Places places) {
        return Uni.createFrom()
                .deferred(() -> conversations.hold(request, target, places))
                .onTermination()
                .invoke(places::release)
                .chain(completed -> announce(completed, 1));
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
