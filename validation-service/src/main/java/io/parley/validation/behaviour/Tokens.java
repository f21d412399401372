package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Reports;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.Map;
import java.util.Set;

/** {@code tokens}: the target's model used no more than these; of a conversation, for all answers together. */
public record Tokens(int atMost, Counted counted) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("tokens", """
            {
              "title": "How many tokens the answer took",
              "description": "As the target's settings reports.input-tokens and reports.output-tokens find them; of a conversation, for all answers together.",
              "type": "object",
              "required": ["at-most"],
              "additionalProperties": false,
              "properties": {
                "at-most": {"title": "The largest number that passes", "type": "integer", "minimum": 0},
                "of": {"title": "Which tokens", "enum": ["input", "output", "total"], "default": "total"}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are at-most and of"},
              "examples": [{"tokens": {"at-most": 500, "of": "output"}}]
            }
            """, (fields, reading) -> of(fields.fields("tokens")));

    private static Tokens of(Fields fields) {
        fields.allowOnly(Set.of("at-most", "of"));
        return new Tokens(fields.count("at-most"), fields.has("of") ? counted(fields.text("of")) : Counted.TOTAL);
    }

    private static Counted counted(String name) {
        return switch (name) {
            case "input" -> Counted.INPUT;
            case "output" -> Counted.OUTPUT;
            case "total" -> Counted.TOTAL;
            default -> throw new MalformedAssertion("of must be input, output or total");
        };
    }

    @Override
    public Finding check(Subject subject) {
        long tokens = counted.in(subject.reports());
        boolean holds = tokens <= atMost;
        return Finding.of(
                holds,
                subject.name() + " took " + tokens + counted.words + (holds ? ", at most " : ", more than ") + atMost,
                Map.of("tokens", tokens, "atMost", atMost));
    }

    /** Which tokens are counted. */
    enum Counted {
        INPUT(" input tokens"),
        OUTPUT(" output tokens"),
        TOTAL(" tokens");

        private final String words;

        Counted(String words) {
            this.words = words;
        }

        long in(Reports reports) {
            return switch (this) {
                case INPUT -> reports.inputTokens();
                case OUTPUT -> reports.outputTokens();
                case TOTAL -> reports.inputTokens() + reports.outputTokens();
            };
        }
    }
}
