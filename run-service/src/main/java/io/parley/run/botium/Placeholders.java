package io.parley.run.botium;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills texts as {@code util.format} of Node.js does with texts: {@code %s} and {@code %d} in turn, and what is left over at the end. */
final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("%[sd%]");

    private Placeholders() {}

    static String filled(String text, List<String> values) {
        Deque<String> left = new ArrayDeque<>(values);
        String filled =
                PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(replacement(place.group(), left)));
        return left.isEmpty() ? filled : filled + " " + String.join(" ", left);
    }

    private static String replacement(String place, Deque<String> left) {
        if (place.equals("%%")) {
            return "%";
        }
        return left.isEmpty() ? place : left.removeFirst();
    }
}
