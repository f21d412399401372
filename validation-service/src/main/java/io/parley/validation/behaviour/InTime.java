package io.parley.validation.behaviour;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code latency}: it took no longer than expected.
 *
 * @param span which time, or null for that of the subject itself
 */
public record InTime(Duration atMost, @Nullable Span span) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("latency", """
            {
              "title": "The answer came in time",
              "type": "object",
              "required": ["at-most"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be a time limit such as at-most: 800ms",
                "additionalProperties": "unknown key {0}; known are at-most and of"
              },
              "properties": {
                "at-most": {"$ref": "#/$defs/duration", "title": "The longest time that passes"},
                "of": {
                  "title": "Which time",
                  "description": "turn: of this answer, or of the slowest answer when it stands on the whole conversation; total: from the start of the conversation to its end; first-byte: to the first byte of this answer, or of that which took longest to begin. Left out: turn in a turn, total on the whole conversation.",
                  "enum": ["turn", "total", "first-byte"]
                }
              },
              "examples": [{"latency": {"at-most": "800ms", "of": "total"}}]
            }
            """, (fields, reading) -> of(fields.fields("latency")));

    private static InTime of(Fields fields) {
        fields.allowOnly(Set.of("at-most", "of"));
        return new InTime(fields.duration("at-most"), fields.has("of") ? span(fields.text("of")) : null);
    }

    private static Span span(String name) {
        return switch (name) {
            case "turn" -> Span.TURN;
            case "total" -> Span.TOTAL;
            case "first-byte" -> Span.FIRST_BYTE;
            default -> throw new MalformedAssertion("of must be turn, total or first-byte");
        };
    }

    @Override
    public Finding check(Subject subject) {
        Taken taken = taken(subject);
        boolean holds = taken.time().compareTo(atMost) <= 0;
        return Finding.of(
                holds,
                taken.by() + " took " + millis(taken.time()) + (holds ? ", within " : ", more than ") + millis(atMost),
                Map.of("atMost", atMost.toString(), "took", taken.time().toString()));
    }

    /** Nothing given means the time of the subject itself. */
    private Taken taken(Subject subject) {
        Span meant = span != null ? span : subject.isConversation() ? Span.TOTAL : Span.TURN;
        return switch (meant) {
            case TOTAL -> new Taken("the conversation", subject.total());
            case FIRST_BYTE ->
                new Taken(
                        subject.isConversation() ? "the slowest first byte" : "the first byte",
                        subject.slowestFirstByte());
            case TURN -> new Taken(subject.isConversation() ? "the slowest answer" : "the answer", subject.slowest());
        };
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " ms";
    }

    /**
     * A measured time.
     *
     * @param by what took it
     */
    private record Taken(String by, Duration time) {}
}
