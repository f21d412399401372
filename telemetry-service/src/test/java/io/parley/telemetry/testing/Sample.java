package io.parley.telemetry.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static final ObjectMapper JSON = new ObjectMapper();

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
                "{\"text\":\"hello\"}");
    }

    public static TelemetryEvent ofSession(UUID session, String type, Instant occurredAt, Map<String, Object> payload) {
        return new TelemetryEvent(Ids.next(), session, "user-1", type, occurredAt, text(payload));
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
                "{\"text\":\"again\"}");
    }

    /** The body of a request, with fields that a test can spoil. */
    public static Map<String, Object> json(TelemetryEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("eventId", event.eventId().toString());
        json.put("sessionId", event.sessionId().toString());
        json.put("subjectId", event.subjectId());
        json.put("type", event.type());
        json.put("occurredAt", event.occurredAt().toString());
        json.put("payload", object(event.payload()));
        return json;
    }

    /** A payload as it is sent. */
    public static String text(Map<String, Object> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static Map<String, Object> object(String payload) {
        try {
            return JSON.readValue(payload, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
