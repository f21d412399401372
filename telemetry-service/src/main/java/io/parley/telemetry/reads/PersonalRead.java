package io.parley.telemetry.reads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at personal data.
 *
 * @param reader the user or API key
 * @param subject whose data it was; absent when nothing is stored about it, or it was erased since
 */
record PersonalRead(
        UUID id,
        Instant readAt,
        UUID reader,
        What what,
        @Nullable String subject) {}
