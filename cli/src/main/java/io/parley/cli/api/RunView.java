package io.parley.cli.api;

import io.parley.contracts.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite against a target.
 *
 * @param pause why nothing of it is sent out for now; null if it is not paused
 * @param passRate null while nothing has passed or failed
 */
public record RunView(
        UUID id,
        String suiteName,
        String targetName,
        RunStatus status,
        @Nullable Pause pause,
        Counts counts,
        @Nullable PassRate passRate,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** Whether it waits for its target, and has for so long. */
    public boolean hasMissedTargetFor(Duration time, Instant now) {
        return pause != null
                && pause.cause().equals(Pause.TARGET_DOWN)
                && pause.at().plus(time).isBefore(now);
    }

    /**
     * Why a run stands still.
     *
     * @param cause {@value #TARGET_DOWN}, or that somebody asked for it
     * @param at since when
     */
    public record Pause(String cause, @Nullable String reason, Instant at) {

        private static final String TARGET_DOWN = "TARGET_DOWN";
    }
}
