package io.parley.telemetry.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Publisher;
import io.parley.platform.problems.ProblemType;
import io.parley.telemetry.days.Retention;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Checks events and hands them to the broker: one message per request, several per stream. */
@ApplicationScoped
public class Intake {

    /** So many of the largest payload are 8 MiB, half of what a broker takes as one message. */
    private static final int MAX_EVENTS_OF_LARGE_BATCH = 250;

    private final Publisher publisher;
    private final Retention retention;
    private final Clock clock;
    private final IntakeMetrics metrics;
    private final Backlog backlog;

    Intake(Publisher publisher, Retention retention, Clock clock, IntakeMetrics metrics, Backlog backlog) {
        this.publisher = publisher;
        this.backlog = backlog;
        this.retention = retention;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Takes one event, or fails with everything that is wrong with it. */
    Uni<Receipt> take(WorkspaceId workspace, byte[] event) throws IOException {
        backlog.requireRoom();
        Instant now = clock.instant();
        return switch (read(event, window(now))) {
            case Reading.Valid(var valid) ->
                publish(workspace, now, List.of(valid)).replaceWith(new Receipt(1, 0, List.of()));
            case Reading.Invalid(var errors) -> {
                metrics.rejected(Map.of(errors.getFirst().field(), 1));
                throw ProblemType.INVALID_INPUT.problem(errors);
            }
        };
    }

    /** Takes the valid events of a batch and says what is wrong with the others; fails if none is valid. */
    Uni<Receipt> takeBatch(WorkspaceId workspace, byte[] body) throws IOException {
        backlog.requireRoom();
        Instant now = clock.instant();
        Batch batch = Batch.read(body, window(now));
        metrics.rejected(batch.rejections());
        if (batch.valid().isEmpty()) {
            throw ProblemType.INVALID_INPUT.problem(batch.fieldErrors());
        }
        return publish(workspace, now, batch.valid()).replaceWith(batch::receipt);
    }

    /**
     * Takes the valid events of a stream as they come, and no faster than they are stored; fails if none is valid, or when the
     * broker does not take them.
     */
    Uni<Receipt> takeStream(WorkspaceId workspace, HttpServerRequest request) {
        StreamTally tally = new StreamTally(() -> window(clock.instant()));
        return EventStream.read(
                        request,
                        tally,
                        events -> backlog.awaitRoom().chain(() -> publish(workspace, clock.instant(), events)))
                .eventually(() -> metrics.rejected(tally.rejections()))
                .map(Intake::receipt);
    }

    /** Tells the valid of any number of events from the others; needs no event loop. */
    public Batch check(List<JsonNode> events) {
        Batch batch = Batch.of(events, window(clock.instant()));
        metrics.rejected(batch.rejections());
        return batch;
    }

    /** Takes the valid events of a batch of any size, which may have none; fails when the broker does not take them all. */
    public Uni<Void> take(WorkspaceId workspace, Batch batch) {
        backlog.requireRoom();
        return Multi.createFrom()
                .iterable(batch.valid())
                .group()
                .intoLists()
                .of(MAX_EVENTS_OF_LARGE_BATCH)
                .onItem()
                .transformToUniAndConcatenate(events -> publish(workspace, clock.instant(), events))
                .onItem()
                .ignoreAsUni();
    }

    private static Reading read(byte[] event, Window window) throws IOException {
        try (JsonParser json = EventReader.JSON.createParser(event)) {
            json.nextToken();
            return EventReader.read(json, window);
        }
    }

    private static Receipt receipt(StreamTally tally) {
        if (tally.accepted() == 0) {
            throw tally.refusal();
        }
        return tally.receipt();
    }

    private Window window(Instant now) {
        return Window.at(now, retention.duration());
    }

    private Uni<Void> publish(WorkspaceId workspace, Instant now, List<TelemetryEvent> events) {
        return publisher
                .publish(new TelemetryReceived(workspace, now, events))
                .invoke(() -> metrics.accepted(events.size()));
    }
}
