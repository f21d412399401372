package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code rouge-n}: the answer has the n-grams of a text that would be right.
 *
 * <p>ROUGE-N (Lin, "ROUGE: a package for automatic evaluation of summaries", 2004), as Google's rouge-score without stemming:
 * letters and digits in lower case; recall is {@code matches / n-grams of the text}, precision {@code matches / n-grams of the
 * answer}, f1 their harmonic mean. 0 where there are no n-grams.
 */
public record Rouge(CloseTo expected, int n, Share share) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("rouge-n", """
            {
              "title": "The ROUGE-N of the text is high enough",
              "description": "Shared n-grams of letters and digits, without regard to case, as rouge-score. The closest of several texts counts.",
              "type": "object",
              "required": ["to", "at-least"],
              "additionalProperties": false,
              "properties": {
                "to": {"$ref": "#/$defs/references"},
                "at-least": {"$ref": "#/$defs/share"},
                "n": {"title": "Words in an n-gram", "type": "integer", "minimum": 1, "maximum": 9, "default": 1},
                "measure": {
                  "title": "What is measured",
                  "description": "recall: how much of the text is in the answer; precision: how much of the answer is in the text; f1: both.",
                  "enum": ["recall", "precision", "f1"],
                  "default": "f1"
                }
              },
              "x-messages": {"additionalProperties": "unknown key {0}; known are to, at-least, n and measure"},
              "examples": [{"rouge-n": {"to": "It is sunny in Berlin.", "n": 2, "measure": "recall", "at-least": 0.5}}]
            }
            """, (fields, reading) -> of(fields.fields("rouge-n")));

    private static final int MOST = 9;
    private static final Set<String> KEYS =
            Stream.concat(CloseTo.KEYS.stream(), Stream.of("n", "measure")).collect(Collectors.toUnmodifiableSet());

    private static Rouge of(Fields fields) {
        fields.allowOnly(KEYS);
        int n = fields.has("n") ? fields.count("n") : 1;
        if (n < 1 || n > MOST) {
            throw new MalformedAssertion("n must be a whole number from 1 to " + MOST);
        }
        return new Rouge(CloseTo.of(fields), n, fields.has("measure") ? share(fields.text("measure")) : Share.F1);
    }

    private static Share share(String name) {
        return switch (name) {
            case "recall" -> Share.RECALL;
            case "precision" -> Share.PRECISION;
            case "f1" -> Share.F1;
            default -> throw new MalformedAssertion("measure must be recall, precision or f1");
        };
    }

    @Override
    public Finding check(Subject subject) {
        List<String> answer = Tokens.lettersAndDigits(subject.text(false), subject.effort());
        return expected.closest(
                subject,
                "ROUGE-" + n + " " + share.word(),
                (text, reference, effort) -> score(answer, reference, effort));
    }

    private double score(List<String> answer, String reference, Effort effort) {
        List<String> tokens = Tokens.lettersAndDigits(reference, effort);
        int matches = NGrams.of(tokens, n, effort).matches(answer)[n - 1];
        return share.of(matches, NGrams.count(answer.size(), n), NGrams.count(tokens.size(), n));
    }
}
