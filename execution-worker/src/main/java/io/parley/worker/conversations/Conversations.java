package io.parley.worker.conversations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Conversation;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.Transcript;
import io.parley.worker.answers.Captures;
import io.parley.worker.answers.Reports;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Drivers;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.recordings.Recording;
import io.parley.worker.recordings.Recordings;
import io.parley.worker.simulation.Simulations;
import io.parley.worker.simulation.User;
import io.parley.worker.templates.Templates;
import io.parley.worker.watching.Watchers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds conversations. */
@ApplicationScoped
class Conversations {

    /** The worker's own work around the turns does not count against a case. */
    private static final Duration ALLOWANCE = Duration.ofMillis(250);

    private final Drivers drivers;
    private final Recordings recordings;
    private final Simulations simulations;
    private final Templates templates;
    private final Captures captures;
    private final Watchers watchers;
    private final Cancellations cancellations;
    private final Clock clock;
    private final Timer turnTimer;

    Conversations(
            Drivers drivers,
            Recordings recordings,
            Simulations simulations,
            Templates templates,
            Captures captures,
            Watchers watchers,
            Cancellations cancellations,
            Clock clock,
            MeterRegistry metrics) {
        this.drivers = drivers;
        this.recordings = recordings;
        this.simulations = simulations;
        this.templates = templates;
        this.captures = captures;
        this.watchers = watchers;
        this.cancellations = cancellations;
        this.clock = clock;
        this.turnTimer = metrics.timer("parley.turns");
    }

    /**
     * Holds the conversation to its end, or as far as it goes: what goes wrong with the target is in the transcript.
     * Fails only with {@link io.parley.worker.cancellations.RunWasCancelled}, looked at before every turn, and with {@link
     * io.parley.worker.grants.NoSlot} where its place is one to take later.
     *
     * @param target of the request
     * @param places the conversation's; they stay the caller's to release
     */
    Uni<ExecutionCompleted> hold(ExecutionRequested request, LiveTarget target, Places places) {
        String conversation = newConversation(request);
        Slot slot = places.atTarget();
        Duration before = slot.waited();
        Deadline deadline = deadline(request.conversation());
        Dialogue line = drivers.open(target, request, conversation, slot, deadline);
        User user = new UncountedUser(simulations.user(request, conversation, places.atSimulator()), deadline);
        Stopwatch watch = new Stopwatch();
        Dialogue timed = (message, variables, timeout) -> line.say(message, variables, timeout)
                .invoke(answer -> watch.answered(answer.exchange()))
                .invoke(answer -> took(answer.exchange(), slot));
        return converse(
                        request,
                        timed,
                        user,
                        clock.instant(),
                        () -> watch.elapsed(user.thought().plus(slot.waited()).minus(before)),
                        line.reports())
                .onTermination()
                .invoke(line::close)
                .map(ending -> completed(request, ending, false));
    }

    /**
     * Goes through a conversation that was held before: asks nobody and takes no time, and its transcript has the times of
     * then. Captures and templates are rendered anew. Ends and fails as {@link #hold} does.
     *
     * @param target of the request
     */
    Uni<ExecutionCompleted> replay(ExecutionRequested request, RecordedTarget target) {
        Recording recording = recordings.open(target, request.conversation().mostTurns());
        Transcript then = target.transcript();
        Instant startedAt = then == null ? clock.instant() : then.startedAt();
        Duration duration = then == null ? Duration.ZERO : then.duration();
        return converse(request, recording, recording, startedAt, () -> duration, recording.reports())
                .map(ending -> completed(request, ending, true));
    }

    /** Whether earlier answers may stand for all that the request asks for, so that it may need no place at the target. */
    boolean recalls(ExecutionRequested request, LiveTarget target) {
        return drivers.recalls(request, target);
    }

    private Uni<Ending> converse(
            ExecutionRequested request,
            Dialogue dialogue,
            User user,
            Instant startedAt,
            Supplier<Duration> elapsed,
            @Nullable Map<String, String> reports) {
        Course course = new Course(request.conversation(), templates, captures, startedAt, reports);
        return new Session(request, dialogue, course, user, watchers, cancellations, elapsed).hold();
    }

    private static Deadline deadline(Conversation script) {
        return Deadline.in(script.timeout().multipliedBy(script.mostTurns()).plus(ALLOWANCE));
    }

    /** An answer from earlier took nothing of the target. */
    private void took(Exchange exchange, Slot slot) {
        if (!exchange.wasCached()) {
            turnTimer.record(exchange.latency());
            slot.spent(Reports.tokens(exchange.spent().usage()));
        }
    }

    /** Tells which execution it is, and differs each time, so that a repeated one does not continue the first. */
    private static String newConversation(ExecutionRequested request) {
        return "%s-%08x"
                .formatted(request.executionId(), ThreadLocalRandom.current().nextInt());
    }

    private static ExecutionCompleted completed(ExecutionRequested request, Ending ending, boolean recorded) {
        return new ExecutionCompleted(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                request.target().id(),
                request.conversation().name(),
                ending.transcript(),
                ending.checks(),
                recorded,
                request.repeat(),
                request.evidence().orElse(null));
    }
}
