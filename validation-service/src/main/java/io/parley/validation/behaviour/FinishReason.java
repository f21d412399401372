package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;

/** {@code finish-reason}: the target's model stopped for this reason; of a conversation, in its last answer. */
public record FinishReason(String expected) implements Rule {

    public static final AssertionType TYPE = AssertionType.of(
            "finish-reason", """
            {
              "title": "Why the target's model stopped",
              "description": "As the target's setting reports.finish-reason finds it, such as stop or length; of a conversation, in the last answer.",
              "$ref": "#/$defs/text",
              "examples": [{"finish-reason": "stop"}]
            }
            """, (fields, reading) -> new FinishReason(fields.wanted("finish-reason")));

    @Override
    public Finding check(Subject subject) {
        String reason = subject.reports().finishReason();
        boolean same = reason.equals(expected);
        return Finding.of(
                same,
                "the model stopped by " + Quote.of(reason) + (same ? "" : ", not " + Quote.of(expected)),
                Map.of("expected", Quote.plain(expected), "found", Quote.plain(reason)));
    }
}
