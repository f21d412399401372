package io.parley.telemetry.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored event.
 *
 * @param receivedAt when the platform took it
 * @param payload JSON text, as the database has it
 */
record EventView(
        UUID eventId,
        UUID sessionId,
        String subjectId,
        String type,
        Instant occurredAt,
        Instant receivedAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String payload) {}
