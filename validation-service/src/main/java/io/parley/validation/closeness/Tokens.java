package io.parley.validation.closeness;

import io.parley.platform.expressions.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Texts taken apart, each in the way in which the measure that uses it was published. */
final class Tokens {

    private Tokens() {}

    /** What stands between white space. */
    static List<String> words(String text, Effort effort) {
        return runs(text, Tokens::isSpace, effort);
    }

    /** Letters and digits that stand together, in lower case: rouge-score's tokens, for letters of every script. */
    static List<String> lettersAndDigits(String text, Effort effort) {
        return runs(text.toLowerCase(Locale.ROOT), character -> !isLetterOrDigit(character), effort);
    }

    /**
     * Words and punctuation apart, as mteval-v13a does it and sacrebleu's tokenizer 13a: full stops and commas stay inside
     * numbers, a hyphen is apart after a digit only, an apostrophe never. Entities of HTML stay what they are.
     */
    static List<String> wordsAndMarks(String text, Effort effort) {
        effort.spend(text.length());
        StringBuilder apart = new StringBuilder(text.length() + text.length() / 4);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (isApart(text, at)) {
                apart.append(' ').append(character).append(' ');
            } else {
                apart.append(character);
            }
        }
        return words(apart.toString(), effort);
    }

    private static boolean isApart(String text, int at) {
        char character = text.charAt(at);
        return switch (character) {
            case '.', ',' -> !isDigit(text, at - 1) || !isDigit(text, at + 1);
            case '-' -> isDigit(text, at - 1);
            case '\'' -> false;
            default -> isAsciiMark(character);
        };
    }

    private static boolean isAsciiMark(char character) {
        return character > ' ' && character < 127 && !isLetterOrDigit(character);
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLetterOrDigit(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static List<String> runs(String text, IntPredicate between, Effort effort) {
        effort.spend(text.length());
        List<String> runs = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (between.test(text.codePointAt(at))) {
                if (start >= 0) {
                    runs.add(text.substring(start, at));
                }
                start = -1;
            } else if (start < 0) {
                start = at;
            }
        }
        if (start >= 0) {
            runs.add(text.substring(start));
        }
        return runs;
    }
}
