package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** {@code confidence}: the target is sure enough of the intent; of a conversation, in its last answer. The score is the confidence. */
public record Confidence(double atLeast) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("confidence", """
            {
              "title": "How sure the target is of its intent",
              "description": "As the target's setting reports.confidence finds it; of a conversation, in the last answer.",
              "type": "object",
              "required": ["at-least"],
              "additionalProperties": false,
              "properties": {"at-least": {"title": "The smallest confidence that passes", "type": "number"}},
              "x-messages": {"additionalProperties": "unknown key {0}; known is at-least"},
              "examples": [{"confidence": {"at-least": 0.8}}]
            }
            """, (fields, reading) -> of(fields.fields("confidence")));

    private static Confidence of(Fields fields) {
        fields.allowOnly(Set.of("at-least"));
        return new Confidence(fields.number("at-least"));
    }

    @Override
    public Finding check(Subject subject) {
        double confidence = subject.reports().confidence();
        boolean enough = confidence >= atLeast;
        return Finding.of(
                        enough,
                        "the confidence is " + shown(confidence) + (enough ? ", at least " : ", below ")
                                + shown(atLeast),
                        Map.of("confidence", confidence, "atLeast", atLeast))
                .scoring(Math.clamp(confidence, 0, 1));
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
