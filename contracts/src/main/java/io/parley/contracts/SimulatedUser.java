package io.parley.contracts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A user whom a language model plays, once the turns of the case are held.
 *
 * @param persona template of who the user is
 * @param goal template of what the user wants; the conversation ends when the model says that it is reached
 * @param model name of the model: of one that the suite describes, or else of a registered chat target
 * @param maxTurns most turns that the user takes, from 1
 * @param maxTokens that the model reports, from which on the user takes no further turn; null for any number
 * @param stop expression of the templates over the variables and {@code answer}, the latest one; where it is true, the
 *     conversation ends. Null for never
 * @param seed sent along, so that the model says the same again as far as it can; null for none
 */
public record SimulatedUser(
        String persona,
        String goal,
        String model,
        int maxTurns,
        @Nullable Long maxTokens,
        @Nullable String stop,
        @Nullable Long seed) {

    /** What the model has for each turn of the user, beside what the target has. */
    public static final Duration TIME_OF_A_TURN = Duration.ofSeconds(30);

    /** What the model has for all turns. */
    public Duration time() {
        return TIME_OF_A_TURN.multipliedBy(maxTurns);
    }
}
