package io.parley.run.runs;

import io.parley.contracts.Counts;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it.
 *
 * @param branch of the system under test, as whoever started the run named it
 * @param rescoredFrom the run whose conversations this one judges again, if it does; then nobody was asked
 * @param passRate absent while nothing has passed or failed
 * @param completedAt when it ended, also by being cancelled; absent before
 */
public record RunView(
        RunId id,
        SuiteId suiteId,
        String suiteName,
        int revision,
        String branch,
        @Nullable RunId rescoredFrom,
        TargetId targetId,
        String targetName,
        RunStatus status,
        Counts counts,
        @Nullable PassRate passRate,
        Instant createdAt,
        @Nullable Instant completedAt) {}
