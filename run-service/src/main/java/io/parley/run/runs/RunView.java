package io.parley.run.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parley.contracts.Counts;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it.
 *
 * @param branch of the system under test, as whoever started the run named it
 * @param rescoredFrom the run whose conversations this one judges again, if it does; then nobody was asked
 * @param pause why nothing of it is sent out for now, JSON; absent if it is not paused
 * @param retryOf the run of which this one asks again what failed, if it does
 * @param repeat of every case, if it was started with that
 * @param filter what the names of its cases are like, if it was started with that
 * @param tags of which each of its cases has one, if it was started with that
 * @param budget what it may take; absent if there is no limit
 * @param exhausted what it ran out of, if its last executions were not held for lack of it
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
        @Nullable RunId retryOf,
        TargetId targetId,
        String targetName,
        Priority priority,
        @Nullable Integer repeat,
        @Nullable String filter,
        @Nullable List<String> tags,
        RunStatus status,

        @JsonRawValue @Schema(implementation = Pause.class) @Nullable String pause,

        @Nullable Budget budget,
        Spent spent,
        @Nullable Shortage exhausted,

        Counts counts,
        @Nullable PassRate passRate,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /**
     * Of a run that is no part of a platform.
     *
     * @param tokens that its conversations took
     * @param cost of its conversations
     */
    public static RunView alone(
            RunId id,
            String suiteName,
            LiveTarget target,
            StartRun start,
            RunStatus status,
            Counts counts,
            long tokens,
            BigDecimal cost,
            Instant createdAt,
            @Nullable Instant completedAt) {
        CaseChoice choice = start.choice();
        return new RunView(
                id,
                start.suiteId(),
                suiteName,
                1,
                start.options().branch(),
                null,
                null,
                target.id(),
                target.name(),
                Priority.NORMAL,
                start.repeat(),
                choice.filter(),
                choice.tags(),
                status,
                null,
                null,
                new Spent(tokens, cost),
                null,
                counts,
                PassRate.of(counts),
                createdAt,
                completedAt);
    }

    CaseChoice choice() {
        return new CaseChoice(filter, tags);
    }

    Budget budgetOrNone() {
        return budget == null ? Budget.NONE : budget;
    }
}
