package io.parley.cli.api;

import io.parley.contracts.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite against a target.
 *
 * @param passRate null while nothing has passed or failed
 */
public record RunView(
        UUID id,
        String suiteName,
        String targetName,
        RunStatus status,
        Counts counts,
        @Nullable PassRate passRate,
        Instant createdAt,
        @Nullable Instant completedAt) {}
