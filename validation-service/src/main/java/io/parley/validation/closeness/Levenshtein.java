package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code levenshtein}: few characters have to be inserted, removed or replaced to make the answer a text that would be right.
 *
 * <p>The distance of Levenshtein ("Binary codes capable of correcting deletions, insertions, and reversals", 1966) over code
 * points. The score is the similarity, {@code 1 - distance / length of the longer text}, 1 for two empty texts. The closest of
 * several texts counts.
 */
public record Levenshtein(List<String> texts, Limit limit, boolean ignoreCase) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "levenshtein", """
            {
              "title": "Few characters of the text are different",
              "description": "The characters to insert, remove or replace. The closest of several texts counts.",
              "type": "object",
              "required": ["to"],
              "additionalProperties": false,
              "minProperties": 2,
              "maxProperties": 2,
              "properties": {
                "to": {"$ref": "#/$defs/references"},
                "at-most": {"title": "The largest distance that passes", "type": "integer", "minimum": 0},
                "at-least": {"$ref": "#/$defs/share", "title": "The smallest similarity that passes: 1 - distance / length of the longer text"}
              },
              "x-messages": {
                "additionalProperties": "unknown key {0}; known are to, at-most and at-least",
                "minProperties": "takes at-most or at-least beside to",
                "maxProperties": "takes at-most or at-least beside to"
              },
              "examples": [{"levenshtein": {"to": "Berlin", "at-most": 1}, "ignore-case": true}]
            }
            """, (fields, reading) -> of(fields.fields("levenshtein"), fields.ignoreCase()));

    private static Levenshtein of(Fields fields, boolean ignoreCase) {
        fields.allowOnly(Set.of("to", "at-most", "at-least"));
        if (fields.has("at-most") == fields.has("at-least")) {
            throw new MalformedAssertion("levenshtein takes at-most or at-least beside to");
        }
        Limit limit = fields.has("at-most")
                ? new Limit.Distance(fields.count("at-most"))
                : new Limit.Similarity(fields.number("at-least", 0, 1));
        return new Levenshtein(fields.oneOrMore("to"), limit, ignoreCase);
    }

    @Override
    public Finding check(Subject subject) {
        List<Integer> answer = points(subject.text(ignoreCase), subject.effort());
        Closest closest = null;
        for (String text : texts) {
            Closest next = compare(answer, text, subject.effort());
            closest = closest == null || limit.isBetter(next, closest) ? next : closest;
        }
        return finding(subject, Objects.requireNonNull(closest));
    }

    private Finding finding(Subject subject, Closest closest) {
        boolean holds = limit.holds(closest);
        String reason = subject.name() + " is " + limit.told(closest) + " " + Quote.of(texts);
        return Finding.of(
                        holds,
                        holds ? reason : reason + ": " + Quote.of(subject.text(false)),
                        Map.of(
                                "expected",
                                Quote.plain(texts),
                                "distance",
                                closest.distance(),
                                "similarity",
                                closest.similarity()))
                .scoring(closest.similarity());
    }

    private Closest compare(List<Integer> answer, String text, Effort effort) {
        List<Integer> points = points(ignoreCase ? TextForms.fold(text) : text, effort);
        int longer = Math.max(answer.size(), points.size());
        int distance = EditDistance.between(answer, points, effort);
        return new Closest(distance, longer == 0 ? 1 : 1 - (double) distance / longer);
    }

    private static List<Integer> points(String text, Effort effort) {
        effort.spend(text.length());
        return text.codePoints().boxed().toList();
    }

    /**
     * How far the answer is from a text.
     *
     * @param similarity 1 - distance / length of the longer one
     */
    record Closest(int distance, double similarity) {}

    /** From where on it is close enough. */
    sealed interface Limit {

        boolean isBetter(Closest one, Closest other);

        boolean holds(Closest closest);

        /** How far it is, and how far that is from the limit. */
        String told(Closest closest);

        /** So many characters at most. */
        record Distance(int atMost) implements Limit {

            @Override
            public boolean isBetter(Closest one, Closest other) {
                return one.distance() < other.distance();
            }

            @Override
            public boolean holds(Closest closest) {
                return closest.distance() <= atMost;
            }

            @Override
            public String told(Closest closest) {
                return closest.distance() + (closest.distance() == 1 ? " change" : " changes")
                        + (holds(closest) ? ", at most " : ", more than ") + atMost + ", from";
            }
        }

        /** So similar at least. */
        record Similarity(double atLeast) implements Limit {

            @Override
            public boolean isBetter(Closest one, Closest other) {
                return one.similarity() > other.similarity();
            }

            @Override
            public boolean holds(Closest closest) {
                return Shown.reaches(closest.similarity(), atLeast);
            }

            @Override
            public String told(Closest closest) {
                return Shown.of(closest.similarity()) + (holds(closest) ? ", at least " : ", below ")
                        + Shown.of(atLeast) + ", similar to";
            }
        }
    }
}
