package io.parley.validation.tools;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code tool-call-f1}: the right tools were called, and few others.
 *
 * <p>F1 of the set of called tools against the set of expected ones (van Rijsbergen 1979; promptfoo's metric of the same name): {@code
 * 2 * shared / (called + expected)}; how often and in what order they were called does not count.
 */
public record ToolCallF1(Set<String> expected, double atLeast) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("tool-call-f1", """
            {
              "title": "The right tools were called",
              "description": "F1 of the called tools against these, each counted once, by the calls that the target's setting reports.tool-calls finds.",
              "type": "object",
              "required": ["names"],
              "additionalProperties": false,
              "properties": {
                "names": {"$ref": "#/$defs/texts", "title": "Names of the tools"},
                "at-least": {"$ref": "#/$defs/share", "title": "The smallest F1 that passes", "default": 1}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are names and at-least"},
              "examples": [{"tool-call-f1": {"names": ["find_order", "refund"], "at-least": 0.8}}]
            }
            """, (fields, reading) -> of(fields.fields("tool-call-f1")));

    private static final double ROUNDING = 1e-9;

    private static ToolCallF1 of(Fields fields) {
        fields.allowOnly(Set.of("names", "at-least"));
        return new ToolCallF1(
                Set.copyOf(fields.allWanted("names")), fields.has("at-least") ? fields.number("at-least", 0, 1) : 1);
    }

    @Override
    public Finding check(Subject subject) {
        Calls calls = Calls.of(subject);
        List<String> called = calls.names().stream().distinct().toList();
        long shared = called.stream().filter(expected::contains).count();
        double f1 = 2.0 * shared / (called.size() + expected.size());
        boolean enough = f1 >= atLeast - ROUNDING;
        List<String> wanted = expected.stream().sorted().toList();
        String reason = calls.instead() + ", whose F1 with " + Quote.of(wanted) + " is " + shown(f1)
                + (enough ? ", at least " : ", below ") + shown(atLeast);
        return Finding.of(
                        enough,
                        reason,
                        Map.of(
                                "expected",
                                Quote.plain(wanted),
                                "calls",
                                Quote.plain(called),
                                "f1",
                                f1,
                                "atLeast",
                                atLeast))
                .scoring(f1);
    }

    private static String shown(double share) {
        return BigDecimal.valueOf(share + ROUNDING)
                .setScale(4, RoundingMode.FLOOR)
                .stripTrailingZeros()
                .toPlainString();
    }
}
