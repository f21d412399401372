package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Rule;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code f1}: the answer and a text that would be right have their words in common.
 *
 * <p>Token overlap as in SQuAD (Rajpurkar et al., "SQuAD: 100,000+ questions for machine comprehension of text", 2016; the official
 * evaluation script, version 2.0): lower case, punctuation removed, the articles a, an and the left out; the harmonic mean of
 * precision and recall over the words. Where one of the two has no words, 1 if neither has, else 0.
 */
public record TokenF1(CloseTo expected) implements Rule {

    public static final AssertionType TYPE =
            AssertionType.of("f1", """
            {
              "title": "The words of the text overlap enough",
              "description": "F1 of the words as in SQuAD: without regard to case, punctuation and the articles a, an and the. The closest of several texts counts.",
              "$ref": "#/$defs/closeness",
              "examples": [{"f1": {"to": "the Brandenburg Gate", "at-least": 0.6}}]
            }
            """, (fields, reading) -> new TokenF1(CloseTo.only(fields.fields("f1"))));

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    @Override
    public Finding check(Subject subject) {
        List<String> answer = words(subject.text(false), subject.effort());
        return expected.closest(subject, "F1", (text, reference, effort) -> score(answer, reference, effort));
    }

    private static double score(List<String> answer, String reference, Effort effort) {
        List<String> words = words(reference, effort);
        return answer.isEmpty() && words.isEmpty()
                ? 1
                : Share.F1.of(NGrams.of(words, 1, effort).matches(answer)[0], answer.size(), words.size());
    }

    private static List<String> words(String text, Effort effort) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> !isPunctuation(character))
                .forEach(plain::appendCodePoint);
        return Tokens.words(plain.toString(), effort).stream()
                .filter(word -> !ARTICLES.contains(word))
                .toList();
    }

    /** What the script removes, and what is punctuation beyond ASCII. */
    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> character < 128;
            default -> false;
        };
    }
}
