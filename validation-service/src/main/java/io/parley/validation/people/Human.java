package io.parley.validation.people;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code human}: a reviewer decides. Always UNSURE, also under {@code not}, with the question to the reviewer as its reason. */
public record Human(String question) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("human", """
            {
              "title": "A reviewer decides",
              "description": "The question to the reviewer. The verdict is UNSURE until somebody has answered it.",
              "$ref": "#/$defs/text",
              "examples": [{"human": "Does the assistant stay friendly?"}]
            }
            """, (fields, reading) -> new Human(fields.wanted("human")));

    @Override
    public Finding check(Subject subject) {
        return Finding.unsure("a reviewer is to decide: " + Quote.of(question), Map.of("question", question));
    }
}
