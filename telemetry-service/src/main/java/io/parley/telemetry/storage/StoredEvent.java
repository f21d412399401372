package io.parley.telemetry.storage;

import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.masking.Mask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * An event on its way into the table.
 *
 * @param receivedAt when the platform took it; with {@code occurredAt} it tells the skew of the sender's clock
 */
record StoredEvent(WorkspaceId workspaceId, Instant receivedAt, TelemetryEvent event) {

    /** What makes an event the same event, however often and with whatever content it is sent. */
    record Identity(WorkspaceId workspaceId, UUID eventId) {}

    /**
     * The events of a request as they may be kept.
     *
     * @param mask of the workspace
     */
    static List<StoredEvent> of(TelemetryReceived received, Mask mask) {
        return received.events().stream()
                .map(event -> new StoredEvent(received.workspaceId(), received.receivedAt(), masked(event, mask)))
                .toList();
    }

    private static TelemetryEvent masked(TelemetryEvent event, Mask mask) {
        return new TelemetryEvent(
                event.eventId(),
                event.sessionId(),
                mask.subject(event.subjectId()),
                event.type(),
                event.occurredAt(),
                mask.payload(event.payload()));
    }

    Identity identity() {
        return new Identity(workspaceId, event.eventId());
    }

    /** The day whose partition takes it. */
    LocalDate day() {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
