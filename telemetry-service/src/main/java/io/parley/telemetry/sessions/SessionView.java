package io.parley.telemetry.sessions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param subjectId of its first event
 * @param firstAt when its first event occurred
 * @param lastAt when its last event occurred
 * @param events how many are stored
 * @param closedAt when it was found to be over; empty while it is open
 * @param closedBy {@code END} or {@code SILENCE}; empty while it is open
 * @param computedAt when the features were computed, again after late events; empty while it is open
 * @param featuresVersion of the definitions they follow
 * @param features JSON text, as the database has it; empty while it is open, and for more than 10,000 events
 */
record SessionView(
        UUID sessionId,
        String subjectId,
        Instant firstAt,
        Instant lastAt,
        long events,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable Instant computedAt,
        @Nullable Integer featuresVersion,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String features) {}
