package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code intent}: the target took the user to want this; of a conversation, in its last answer. */
public record IntentIs(String expected) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("intent", """
            {
              "title": "The intent that the target reports",
              "description": "As the target's setting reports.intent finds it; of a conversation, in the last answer.",
              "$ref": "#/$defs/text",
              "examples": [{"intent": "order.status"}]
            }
            """, (fields, reading) -> new IntentIs(fields.wanted("intent")));

    @Override
    public Finding check(Subject subject) {
        String intent = subject.reports().intent();
        boolean same = intent.equals(expected);
        return Finding.of(
                same,
                "the intent is " + Quote.of(intent) + (same ? "" : ", not " + Quote.of(expected)),
                Map.of("expected", Quote.plain(expected), "found", Quote.plain(intent)));
    }
}
