package io.parley.telemetry.testing;

import io.parley.contracts.TelemetryEvent;
import io.parley.platform.ids.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events as senders have them. */
public final class Sample {

    private Sample() {}

    /** A valid event with an id of its own that occurred now. */
    public static TelemetryEvent event(String type) {
        return event(type, Instant.now());
    }

    public static TelemetryEvent event(String type, Instant occurredAt) {
        return new TelemetryEvent(
                Ids.next(),
                Ids.next(),
                "user-1",
                type,
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                Map.of("text", "hello"));
    }

    public static TelemetryEvent ofSession(UUID session, String type, Instant occurredAt, Map<String, Object> payload) {
        return new TelemetryEvent(Ids.next(), session, "user-1", type, occurredAt, payload);
    }

    public static List<TelemetryEvent> events(int number, String type) {
        return IntStream.range(0, number).mapToObj(i -> event(type)).toList();
    }

    /** The same identity with another time and content, as a careless sender resends it. */
    public static TelemetryEvent altered(TelemetryEvent event) {
        return new TelemetryEvent(
                event.eventId(),
                event.sessionId(),
                event.subjectId(),
                event.type() + ".again",
                event.occurredAt().minus(2, ChronoUnit.DAYS),
                Map.of("text", "again"));
    }

    /** The body of a request, with fields that a test can spoil. */
    public static Map<String, Object> json(TelemetryEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("eventId", event.eventId().toString());
        json.put("sessionId", event.sessionId().toString());
        json.put("subjectId", event.subjectId());
        json.put("type", event.type());
        json.put("occurredAt", event.occurredAt().toString());
        json.put("payload", event.payload());
        return json;
    }
}
