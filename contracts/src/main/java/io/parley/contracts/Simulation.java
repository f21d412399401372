package io.parley.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated user of a conversation fared.
 *
 * @param turns that the user took; they are the last ones of the transcript
 * @param end why there are no more; null where the conversation broke off
 * @param usage tokens that the user's model reported, over all turns; null if it reported none
 * @param cost of these by the prices of the model; null if it has none
 */
public record Simulation(
        int turns,
        @Nullable End end,
        Reported.@Nullable Usage usage,
        @Nullable BigDecimal cost) {

    /** Why a simulated user says no more. */
    public enum End {
        /** The model says that the goal is reached. */
        GOAL_REACHED,
        /** The case's rule to stop is true. */
        STOPPED,
        MAX_TURNS,
        MAX_TOKENS
    }
}
