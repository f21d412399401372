package io.parley.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * One interaction of a subject with a conversational system.
 *
 * @param eventId chosen by the sender; the same event resent keeps its id
 * @param subjectId who interacted, by the id that the sender knows; what is stored may be a pseudonym
 * @param type the sender's name for what happened, such as {@code message.sent}
 * @param payload what else the sender says of it: the text of a JSON object
 */
public record TelemetryEvent(
        UUID eventId, UUID sessionId, String subjectId, String type, Instant occurredAt, String payload) {}
