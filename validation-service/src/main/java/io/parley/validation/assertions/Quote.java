package io.parley.validation.assertions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Texts as reasons and evidence show them: shortened, on one line, and without what a database or a terminal chokes on
 * (control characters, halves of surrogate pairs).
 */
public final class Quote {

    private static final int LONGEST = 120;
    private static final int MOST = 5;

    private Quote() {}

    /** The text in quotation marks, or its start and its length. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? '"' + clean(text) + '"'
                : '"' + plain(text) + String.format(Locale.ROOT, "\" (%,d characters)", length);
    }

    /** The text in quotation marks from a code point on. */
    public static String from(String text, int codePoint) {
        return "\"…" + plain(text.substring(text.offsetByCodePoints(0, codePoint))) + '"';
    }

    public static String of(List<String> texts) {
        String quoted = texts.stream().limit(MOST).map(Quote::of).collect(Collectors.joining(", "));
        return texts.size() <= MOST ? quoted : quoted + " and " + (texts.size() - MOST) + " more";
    }

    /** The text shortened, for evidence. */
    public static String plain(String text) {
        return plain(text, LONGEST);
    }

    /** The text shortened to so many code points, for evidence that is read as a whole. */
    public static String plain(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? clean(text)
                : clean(text.substring(0, text.offsetByCodePoints(0, longest))) + "…";
    }

    /** The first texts, each shortened, for evidence. */
    public static List<String> plain(List<String> texts) {
        return texts.stream().limit(MOST).map(Quote::plain).toList();
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(clean, character));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                clean.append(escape(character));
            case Character.SURROGATE -> clean.append('\uFFFD');
            default -> clean.appendCodePoint(character);
        }
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", character);
        };
    }
}
