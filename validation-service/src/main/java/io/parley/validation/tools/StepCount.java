package io.parley.validation.tools;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Range;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;

/** {@code step-count}: the target took so many steps; of a conversation, for all answers together. */
public record StepCount(Range expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "step-count", """
            {
              "title": "How many steps the target took",
              "description": "As the target's setting reports.steps finds it; of a conversation, for all answers together.",
              "$ref": "#/$defs/range",
              "examples": [{"step-count": {"max": 5}}]
            }
            """, (fields, reading) -> new StepCount(Range.of(fields.fields("step-count"))));

    @Override
    public Finding check(Subject subject) {
        long steps = subject.reports().steps();
        return expected.finding(steps, subject.name() + " took " + steps + (steps == 1 ? " step" : " steps"));
    }
}
