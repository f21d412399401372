package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Locale;

/**
 * {@code meteor}: the answer has the words of a text that would be right, or others of the same stem, in the same order.
 *
 * <p>METEOR (Banerjee and Lavie, "METEOR: an automatic metric for MT evaluation with improved correlation with human judgments",
 * 2005) with its stages exact and stem (Porter), and without its stage of synonyms, which needs WordNet; as NLTK's {@code
 * meteor_score} with the parameters 0.9, 3 and 0.5. With P and R the shares of aligned words in the answer and in the text, {@code
 * F = P * R / (0.9 * P + 0.1 * R)}; the score is {@code F * (1 - 0.5 * (chunks / aligned)^3)}, chunks being the fewest runs of aligned
 * words that stand together in both. Lower case; tokens are those of {@link Bleu}. 0 where nothing aligns.
 */
public record Meteor(CloseTo expected) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("meteor", """
            {
              "title": "The METEOR of the text is high enough",
              "description": "Words aligned by form and by English stem (no synonyms), as NLTK without WordNet. The closest of several texts counts.",
              "$ref": "#/$defs/closeness",
              "examples": [{"meteor": {"to": "It is sunny in Berlin.", "at-least": 0.5}}]
            }
            """, (fields, reading) -> new Meteor(CloseTo.only(fields.fields("meteor"))));

    private static final double WEIGHT_OF_PRECISION = 0.9;
    private static final double MOST_PENALTY = 0.5;

    @Override
    public Finding check(Subject subject) {
        List<String> answer = tokens(subject.text(false), subject.effort());
        return expected.closest(subject, "METEOR", (text, reference, effort) -> score(answer, reference, effort));
    }

    private static double score(List<String> answer, String reference, Effort effort) {
        List<String> tokens = tokens(reference, effort);
        Alignment alignment = Alignment.of(answer, tokens, effort);
        if (alignment.size() == 0) {
            return 0;
        }
        double precision = (double) alignment.size() / answer.size();
        double recall = (double) alignment.size() / tokens.size();
        double mean = precision * recall / (WEIGHT_OF_PRECISION * precision + (1 - WEIGHT_OF_PRECISION) * recall);
        return mean * (1 - MOST_PENALTY * Math.pow((double) alignment.chunks() / alignment.size(), 3));
    }

    private static List<String> tokens(String text, Effort effort) {
        return Tokens.wordsAndMarks(text.toLowerCase(Locale.ROOT), effort);
    }
}
