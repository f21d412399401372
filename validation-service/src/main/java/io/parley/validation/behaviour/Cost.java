package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** {@code cost}: the answer cost no more than this, in the money that the target reports; of a conversation, all answers together. */
public record Cost(BigDecimal atMost) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("cost", """
            {
              "title": "What the answer cost",
              "description": "As the target's setting reports.cost finds it, in its money; of a conversation, all answers together.",
              "type": "object",
              "required": ["at-most"],
              "additionalProperties": false,
              "properties": {"at-most": {"title": "The highest cost that passes", "type": "number", "minimum": 0, "maximum": 1000000000}},
              "x-messages": {"additionalProperties": "unknown key {0}; known is at-most"},
              "examples": [{"cost": {"at-most": 0.002}}]
            }
            """, (fields, reading) -> of(fields.fields("cost")));

    private static final double MOST = 1e9;

    private static Cost of(Fields fields) {
        fields.allowOnly(Set.of("at-most"));
        return new Cost(BigDecimal.valueOf(fields.number("at-most", 0, MOST)));
    }

    @Override
    public Finding check(Subject subject) {
        BigDecimal cost = subject.reports().cost();
        boolean holds = cost.compareTo(atMost) <= 0;
        return Finding.of(
                holds,
                subject.name() + " cost " + shown(cost) + (holds ? ", at most " : ", more than ") + shown(atMost),
                Map.of("cost", cost, "atMost", atMost));
    }

    private static String shown(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
