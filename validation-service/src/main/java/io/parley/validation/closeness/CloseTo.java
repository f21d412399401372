package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a measure compares with, and from where on that is close enough.
 *
 * @param texts that would be right
 * @param atLeast 0 to 1
 */
record CloseTo(List<String> texts, double atLeast) {

    static final Set<String> KEYS = Set.of("to", "at-least");

    /** @param fields with what else the measure takes */
    static CloseTo of(Fields fields) {
        return new CloseTo(fields.oneOrMore("to"), fields.number("at-least", 0, 1));
    }

    /** Of a measure that takes nothing else. */
    static CloseTo only(Fields fields) {
        fields.allowOnly(KEYS);
        return of(fields);
    }

    /** The closest of the texts counts. */
    Finding closest(Subject subject, String name, Measure measure) {
        double best = 0;
        for (String text : texts) {
            best = Math.max(best, measure.of(subject.text(false), text, subject.effort()));
        }
        return finding(subject, name, best);
    }

    Finding finding(Subject subject, String name, double score) {
        boolean enough = Shown.reaches(score, atLeast);
        String reason = "the " + name + " of " + subject.name() + " with " + Quote.of(texts) + " is " + Shown.of(score)
                + (enough ? ", at least " : ", below ") + Shown.of(atLeast);
        return Finding.of(enough, enough ? reason : reason + ": " + Quote.of(subject.text(false)), evidence(score))
                .scoring(score);
    }

    private Map<String, Object> evidence(double score) {
        return Map.of("expected", Quote.plain(texts), "score", score, "atLeast", atLeast);
    }

    /** How close an answer is to one text, 0 to 1. */
    @FunctionalInterface
    interface Measure {

        double of(String answer, String reference, Effort effort);
    }
}
