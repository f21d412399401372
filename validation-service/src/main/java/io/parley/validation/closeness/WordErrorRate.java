package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code wer}: few words have to be inserted, removed or replaced to make the answer a text that would be right.
 *
 * <p>Word error rate, {@code (substitutions + deletions + insertions) / words of the text}, words being what stands between white
 * space (as in NIST's sclite and jiwer). 0 is the same; it can be above 1. The score is {@code 1 - rate}, and 0 from a rate of 1
 * on. The smallest rate of several texts counts.
 */
public record WordErrorRate(List<String> texts, double atMost, boolean ignoreCase) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.comparingText("wer", """
            {
              "title": "The word error rate of the text is low enough",
              "description": "Words inserted, removed or replaced, per word of the text that would be right; above 1 if there are more. The smallest rate of several texts counts.",
              "type": "object",
              "required": ["to", "at-most"],
              "additionalProperties": false,
              "properties": {
                "to": {"$ref": "#/$defs/references"},
                "at-most": {"title": "The highest rate that passes", "type": "number", "minimum": 0, "maximum": 100}
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are to and at-most"},
              "examples": [{"wer": {"to": "turn on the kitchen light", "at-most": 0.2}, "ignore-case": true}]
            }
            """, (fields, reading) -> of(fields.fields("wer"), fields.ignoreCase()));

    private static final double MOST = 100;

    private static WordErrorRate of(Fields fields, boolean ignoreCase) {
        fields.allowOnly(Set.of("to", "at-most"));
        return new WordErrorRate(fields.oneOrMore("to"), fields.number("at-most", 0, MOST), ignoreCase);
    }

    @Override
    public Finding check(Subject subject) {
        List<String> answer = Tokens.words(subject.text(ignoreCase), subject.effort());
        double rate = texts.stream()
                .mapToDouble(text -> rate(answer, text, subject.effort()))
                .min()
                .orElseThrow();
        return finding(subject, rate);
    }

    private double rate(List<String> answer, String text, Effort effort) {
        List<String> words = Tokens.words(ignoreCase ? TextForms.fold(text) : text, effort);
        return (double) EditDistance.between(answer, words, effort) / Math.max(1, words.size());
    }

    private Finding finding(Subject subject, double rate) {
        boolean low = Shown.reaches(atMost, rate);
        String reason = "the word error rate of " + subject.name() + " against " + Quote.of(texts) + " is "
                + Shown.of(rate) + (low ? ", at most " : ", above ") + Shown.of(atMost);
        return Finding.of(
                        low,
                        low ? reason : reason + ": " + Quote.of(subject.text(false)),
                        Map.of("expected", Quote.plain(texts), "rate", rate, "atMost", atMost))
                .scoring(Math.max(0, 1 - rate));
    }
}
