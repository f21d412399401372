package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import io.parley.validation.assertions.TextForms;
import java.util.Comparator;
import java.util.List;

/**
 * {@code bleu}: the answer has the n-grams of the texts that would be right.
 *
 * <p>BLEU of one sentence (Papineni et al., "BLEU: a method for automatic evaluation of machine translation", 2002), as
 * sacrebleu computes it (Post 2018, signature {@code tok:13a|smooth:exp|effective order}): {@code BP * exp(mean over n = 1..4 of
 * ln p_n)}, where p_n is the share of the answer's n-grams that are in the texts, the k-th p_n without any is {@code 1 / (2^k *
 * count_n)}, lengths that the answer is too short for are left out, and BP is {@code exp(1 - r / c)} for an answer of c tokens
 * that is shorter than the r tokens of the text closest in length. 0 if no single token matches.
 */
public record Bleu(CloseTo expected, boolean ignoreCase) implements Rule {

    public static final AssertionType TYPE = AssertionType.comparingText(
            "bleu", """
            {
              "title": "The BLEU of the text is high enough",
              "description": "Of one sentence, 1- to 4-grams with tokenization 13a and exponential smoothing, as sacrebleu. Several texts count together.",
              "$ref": "#/$defs/closeness",
              "examples": [{"bleu": {"to": ["It is sunny in Berlin.", "Berlin is sunny."], "at-least": 0.4}, "ignore-case": true}]
            }
            """, (fields, reading) -> new Bleu(CloseTo.only(fields.fields("bleu")), fields.ignoreCase()));

    private static final int LONGEST = 4;

    @Override
    public Finding check(Subject subject) {
        return expected.finding(subject, "BLEU", score(subject.text(ignoreCase), subject.effort()));
    }

    private double score(String answer, Effort effort) {
        List<String> tokens = Tokens.wordsAndMarks(answer, effort);
        List<List<String>> references = expected.texts().stream()
                .map(text -> Tokens.wordsAndMarks(ignoreCase ? TextForms.fold(text) : text, effort))
                .toList();
        int[] matches = NGrams.ofAny(references, LONGEST, effort).matches(tokens);
        return matches[0] == 0 ? 0 : brevity(tokens.size(), references) * precision(tokens.size(), matches);
    }

    private static double precision(int tokens, int[] matches) {
        double logarithms = 0;
        double smoothing = 1;
        int orders = Math.min(LONGEST, tokens);
        for (int n = 1; n <= orders; n++) {
            double found = matches[n - 1];
            if (found == 0) {
                smoothing *= 2;
                found = 1 / smoothing;
            }
            logarithms += Math.log(found / NGrams.count(tokens, n));
        }
        return Math.exp(logarithms / orders);
    }

    private static double brevity(int tokens, List<List<String>> references) {
        int closest = references.stream()
                .map(List::size)
                .min(Comparator.<Integer>comparingInt(size -> Math.abs(size - tokens))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(0);
        return tokens < closest ? Math.exp(1 - (double) closest / tokens) : 1;
    }
}
