package io.parley.telemetry.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Queues;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.messaging.Backlogs;
import io.parley.platform.messaging.PublishFailed;
import io.parley.platform.problems.ProblemType;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was taken and is not stored yet. While it is too long, nothing more is taken: what nobody stores would fill the
 * broker's disk. Looked at once a second, so what comes within a second may go beyond the limit.
 */
@ApplicationScoped
class Backlog {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Backlogs backlogs;
    private final EventLoops loops;
    private final int limit;
    private final AtomicLong waiting = new AtomicLong();

    Backlog(Backlogs backlogs, EventLoops loops, BacklogLimit limit, MeterRegistry registry) {
        this.backlogs = backlogs;
        this.loops = loops;
        this.limit = limit.messages();
        Gauge.builder("parley.telemetry.backlog", waiting, AtomicLong::get)
                .description("Requests that were taken and are not stored yet")
                .register(registry);
    }

    /** While the broker is away nothing is published either, and the last look stays good. */
    @Scheduled(every = "1s")
    @NonBlocking
    Uni<Void> look() {
        return backlogs.of(Queues.TELEMETRY_EVENTS)
                .invoke(waiting::set)
                .replaceWithVoid()
                .onFailure(PublishFailed.class)
                .recoverWithNull();
    }

    /** Fails with 503 while it is too long. */
    void requireRoom() {
        if (isFull()) {
            throw ProblemType.UNAVAILABLE.problem(
                    "More than " + limit + " requests wait to be stored. Send the events again later.");
        }
    }

    /** Completes as soon as it is short enough. */
    Uni<Void> awaitRoom() {
        return isFull()
                ? loops.pause(PAUSE).chain(this::awaitRoom)
                : Uni.createFrom().voidItem();
    }

    private boolean isFull() {
        return waiting.get() > limit;
    }
}
