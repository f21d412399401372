package io.parley.validation.groups;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Group;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Reading;
import java.util.List;

/** {@code not}: passes where the other fails, fails where it passes, and tells nothing where it tells nothing. */
public record Not(Expectation other) implements Group {

    public static final AssertionType TYPE =
            AssertionType.of("not", """
            {
              "title": "The opposite of an assertion",
              "description": "Passes where the assertion fails and fails where it passes. weight stands beside not, ignore-case inside it.",
              "$ref": "#/$defs/assertion",
              "properties": {
                "weight": {"not": {}, "x-messages": {"not": "stands beside not, never inside it"}},
                "not": {"not": {}, "x-messages": {"not": "does not stand inside another not"}}
              },
              "examples": [{"not": {"contains": "sorry", "ignore-case": true}, "weight": 2}]
            }
            """, (fields, reading) -> of(fields.fields("not"), reading));

    private static Not of(Fields fields, Reading reading) {
        if (fields.has("not") || fields.has("weight")) {
            throw new MalformedAssertion("not takes no other not and no weight inside");
        }
        return new Not(reading.expectation(fields));
    }

    @Override
    public List<Expectation> parts() {
        return List.of(other);
    }

    @Override
    public Finding combine(List<Finding> findings) {
        return findings.getFirst().inverted();
    }
}
