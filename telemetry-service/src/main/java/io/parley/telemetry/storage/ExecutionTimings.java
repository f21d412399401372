package io.parley.telemetry.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How runs report into telemetry: each held conversation is an event of the type {@value #TYPE}, its session the
 * execution, its subject the target, its payload {@code {runId, attempt, durationMs, turns: [latencyMs, ...], failure?}}
 * with the failure's code.
 */
final class ExecutionTimings {

    static final String TYPE = "execution.completed";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExecutionTimings() {}

    static StoredEvent of(ExecutionCompleted completed) {
        Transcript transcript = completed.transcript();
        Instant endedAt = transcript.startedAt().plus(transcript.duration()).truncatedTo(ChronoUnit.MICROS);
        return new StoredEvent(
                completed.workspaceId(),
                endedAt,
                new TelemetryEvent(
                        eventId(completed.executionId(), completed.attempt()),
                        completed.executionId().value(),
                        "target:" + completed.targetId(),
                        TYPE,
                        endedAt,
                        payload(completed)));
    }

    /**
     * The same for every delivery of one attempt. The first, nearly always the only one, has the execution's own id,
     * which grows with time and so costs the index least.
     */
    private static UUID eventId(ExecutionId execution, int attempt) {
        return attempt == 1
                ? execution.value()
                : UUID.nameUUIDFromBytes((execution + "/" + attempt).getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(ExecutionCompleted completed) {
        Transcript transcript = completed.transcript();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("runId", completed.runId().toString());
        payload.put("attempt", completed.attempt());
        payload.put("durationMs", transcript.duration().toMillis());
        payload.put(
                "turns",
                transcript.exchanges().stream().map(ExecutionTimings::latency).toList());
        if (transcript.failure() != null) {
            payload.put("failure", transcript.failure().code());
        }
        return text(payload);
    }

    private static String text(Map<String, Object> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static long latency(Exchange exchange) {
        return exchange.latency().toMillis();
    }
}
