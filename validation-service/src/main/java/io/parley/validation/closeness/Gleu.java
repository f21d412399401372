package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code gleu}: the answer and a text that would be right have their n-grams in common.
 *
 * <p>Google's GLEU (Wu et al., "Google's Neural Machine Translation System", 2016, section 4.3), as NLTK's {@code
 * sentence_gleu}: all 1- to 4-grams together, the smaller one of precision and recall, which is {@code matches / max(n-grams of
 * the answer, n-grams of the text)}. Tokens are those of {@link Bleu}.
 */
public record Gleu(CloseTo expected, boolean ignoreCase) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "gleu", """
            {
              "title": "The GLEU of the text is high enough",
              "description": "Google's GLEU of one sentence, 1- to 4-grams, as NLTK. The closest of several texts counts.",
              "$ref": "#/$defs/closeness",
              "examples": [{"gleu": {"to": "It is sunny in Berlin.", "at-least": 0.4}}]
            }
            """, (fields, reading) -> new Gleu(CloseTo.only(fields.fields("gleu")), fields.ignoreCase()));

    private static final int LONGEST = 4;

    @Override
    public Finding check(Subject subject) {
        List<String> answer = Tokens.wordsAndMarks(subject.text(ignoreCase), subject.effort());
        return expected.closest(subject, "GLEU", (text, reference, effort) -> score(answer, reference, effort));
    }

    private double score(List<String> answer, String reference, Effort effort) {
        List<String> tokens = Tokens.wordsAndMarks(ignoreCase ? TextForms.fold(reference) : reference, effort);
        int matches =
                IntStream.of(NGrams.of(tokens, LONGEST, effort).matches(answer)).sum();
        int all = Math.max(all(answer.size()), all(tokens.size()));
        return all == 0 ? 0 : (double) matches / all;
    }

    private static int all(int tokens) {
        return IntStream.rangeClosed(1, LONGEST)
                .map(n -> NGrams.count(tokens, n))
                .sum();
    }
}
