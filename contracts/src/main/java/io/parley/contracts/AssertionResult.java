package io.parley.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one assertion said.
 *
 * @param type the assertion's name in the suite file, such as {@code contains}; {@code conversation} says that the
 *     conversation broke off, {@code expect} that nothing was expected
 * @param turn the turn it looked at, from 0, or null for the whole conversation
 * @param score 0 to 1
 * @param weight in the weighted mean, above 0
 * @param reason a sentence that quotes what was expected and what came
 * @param evidence the numbers and texts behind the reason, by name
 */
public record AssertionResult(
        String type,
        @Nullable Integer turn,
        Verdict verdict,
        double score,
        double weight,
        String reason,
        Map<String, Object> evidence) {}
