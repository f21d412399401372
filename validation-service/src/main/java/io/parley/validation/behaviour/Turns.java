package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Range;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;

/** {@code turns}: so many turns were held. It is about a whole conversation; on one turn nothing can be said. */
public record Turns(Range expected) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("turns", """
            {
              "title": "How many turns the conversation had",
              "description": "Stands in the expect of a case, not of a turn.",
              "$ref": "#/$defs/range",
              "examples": [{"turns": {"max": 6}}]
            }
            """, (fields, reading) -> new Turns(Range.of(fields.fields("turns"))));

    @Override
    public Finding check(Subject subject) {
        if (!subject.isConversation()) {
            return Finding.error("turns is about a whole conversation; it belongs in the expect of the case");
        }
        int turns = subject.exchanges().size();
        return expected.finding(turns, "the conversation had " + turns + (turns == 1 ? " turn" : " turns"));
    }
}
