package io.parley.contracts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn as it has just been held, for people who watch. Workers tell of them only for runs that somebody watches, over Redis;
 * some get lost, and they may come in another order. What counts is the transcript. Secrets of the target never appear in it.
 *
 * @param repeat which time the case is held in its run, from 1, or null if nobody said
 * @param turn counts from 1, those that were left out not counted
 * @param user what was said to the target, cut where it is long; null if the conversation broke off before an answer
 * @param answer the target's, cut where it is long; null if there was none
 * @param status as in {@link Exchange}
 * @param latency as in {@link Exchange}
 * @param firstByte as in {@link Exchange}
 * @param tries as in {@link Exchange}
 * @param failure why the conversation broke off in this turn; null if it did not
 */
public record LiveTurn(
        RunId runId,
        ExecutionId executionId,
        int attempt,
        @Nullable Integer repeat,
        String caseName,
        int turn,
        Instant at,
        @Nullable String user,
        @Nullable String answer,
        @Nullable Integer status,
        @Nullable Duration latency,
        @Nullable Duration firstByte,
        @Nullable Integer tries,
        @Nullable Failure failure) {

    /** Where workers tell of turns: each message the run's id, a space, and the turn as JSON. */
    public static final String CHANNEL = "parley:live-turns";

    /** Where run-service tells which runs are watched: each message their ids with commas between them. */
    public static final String WATCHED_CHANNEL = "parley:watched-runs";

    /** How often it tells so of a run that is watched still. */
    public static final Duration WATCHED_EVERY = Duration.ofSeconds(2);
}
