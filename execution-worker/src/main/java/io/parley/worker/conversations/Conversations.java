package io.parley.worker.conversations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Conversation;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.HttpTarget;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.http.HttpDialogue;
import io.parley.worker.http.HttpDialogues;
import io.parley.worker.templates.Templates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Holds conversations. */
@ApplicationScoped
public class Conversations {

    /** The worker's own work around the turns does not count against a case. */
    private static final Duration ALLOWANCE = Duration.ofMillis(250);

    private final HttpDialogues http;
    private final Templates templates;
    private final Captures captures;
    private final Cancellations cancellations;
    private final Clock clock;
    private final Timer turnTimer;

    Conversations(
            HttpDialogues http,
            Templates templates,
            Captures captures,
            Cancellations cancellations,
            Clock clock,
            MeterRegistry metrics) {
        this.http = http;
        this.templates = templates;
        this.captures = captures;
        this.cancellations = cancellations;
        this.clock = clock;
        this.turnTimer = metrics.timer("parley.turns");
    }

    /**
     * Holds the conversation to its end, or as far as it goes: what goes wrong with the target is in the transcript.
     * Fails only with {@link io.parley.worker.cancellations.RunWasCancelled}, looked at before every turn.
     *
     * @param slot the conversation's place at the target; it stays the caller's to release
     */
    public Uni<ExecutionCompleted> hold(ExecutionRequested request, Slot slot) {
        Course course = new Course(request.conversation(), templates, captures, clock.instant());
        return new Session(request, open(request, slot), course, cancellations, turnTimer)
                .hold()
                .map(ending -> completed(request, ending));
    }

    private HttpDialogue open(ExecutionRequested request, Slot slot) {
        Conversation script = request.conversation();
        Deadline deadline =
                Deadline.in(script.timeout().multipliedBy(script.turns().size()).plus(ALLOWANCE));
        return switch (request.target()) {
            case HttpTarget target -> http.open(target, newConversation(request), slot, deadline);
        };
    }

    /** Tells which execution it is, and differs each time, so that a repeated one does not continue the first. */
    private static String newConversation(ExecutionRequested request) {
        return "%s-%08x"
                .formatted(request.executionId(), ThreadLocalRandom.current().nextInt());
    }

    private static ExecutionCompleted completed(ExecutionRequested request, Ending ending) {
        return new ExecutionCompleted(
                request.executionId(),
                request.attempt(),
                request.runId(),
                request.workspaceId(),
                request.target().id(),
                request.conversation().name(),
                ending.transcript(),
                ending.checks());
    }
}
