package io.parley.worker.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON can spell a character in several ways. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/]))");
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    /** The text with its escaped characters as they are; those of layout stay escaped. */
    static String resolved(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : Character.toString((char) Integer.parseInt(escape.group(1), HEXADECIMAL))));
    }
}
