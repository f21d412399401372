package io.parley.validation.assertions;

import java.util.Locale;

/** Texts made comparable, and compared in time that grows with their lengths and never with the product of them. */
public final class TextForms {

    /** Up to here the plain search is faster, whatever the texts. */
    private static final long FEW_COMPARISONS = 1_000_000;

    private TextForms() {}

    /**
     * The text without differences of case, for comparing and not for showing: upper case first, because that writes
     * {@code ß} out and joins the two forms of sigma, then lower case of each code point.
     */
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static boolean contains(String text, String part) {
        return (long) text.length() * part.length() <= FEW_COMPARISONS
                ? text.contains(part)
                : containsLinearly(text, part);
    }

    /** Knuth, Morris, Pratt (1977): never looks at a character of the text twice. */
    private static boolean containsLinearly(String text, String part) {
        int[] borders = borders(part);
        int matched = 0;
        for (int at = 0; at < text.length() && matched < part.length(); at++) {
            while (matched > 0 && text.charAt(at) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(at) == part.charAt(matched)) {
                matched++;
            }
        }
        return matched == part.length();
    }

    /** For each start of the part: how much of it its end repeats. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int at = 1; at < part.length(); at++) {
            while (length > 0 && part.charAt(at) != part.charAt(length)) {
                length = borders[length - 1];
            }
            if (part.charAt(at) == part.charAt(length)) {
                length++;
            }
            borders[at] = length;
        }
        return borders;
    }
}
