package io.parley.worker.templates;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Filters that make a text out of a text. */
final class TextFilters {

    private TextFilters() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String capitalize(String text) {
        return text.isEmpty() ? text : upper(text.substring(0, 1)) + lower(text.substring(1));
    }

    static String title(String text) {
        return Arrays.stream(text.split(" ", -1)).map(TextFilters::capitalize).collect(Collectors.joining(" "));
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    static String replace(String text, Arguments arguments) {
        String from = arguments.text(0, "");
        String to = arguments.text(1, "");
        if (from.isEmpty()) {
            return text;
        }
        BoundedText.require((long) text.length() / from.length() * to.length());
        return text.replace(from, to);
    }

    /** Cut at a word's end, unless the second argument is true, with the third or {@code ...} in place of the rest. */
    static String truncate(String text, Arguments arguments) {
        int length = Math.max(0, arguments.number(0, 255));
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        boolean cutWords = Values.isTrue(arguments.at(1));
        return text.substring(0, cutWords || space < 0 ? length : space) + arguments.text(2, "...");
    }
}
