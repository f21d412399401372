package io.parley.platform.expressions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds the program that a pattern compiles to before it is compiled, because RE2 writes counted repeats out:
 * {@code (((a{1000}){1000}){1000})} would fill any memory.
 *
 * <p>Counts behind a closing parenthesis may be nested, so they multiply; other counts repeat one character or class, so
 * they add up. The product is never below the true size, and above it only where groups with counts stand side by side.
 */
final class PatternSize {

    private static final long LARGEST = 5_000;
    private static final Pattern COUNT = Pattern.compile("(\\))?\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    private PatternSize() {}

    static void check(String pattern) {
        if (of(pattern) > LARGEST) {
            throw new InvalidExpression("is too large a regular expression: its counts {n} multiply to too much");
        }
    }

    private static long of(String pattern) {
        long single = pattern.length();
        long nested = 1;
        for (Matcher count = COUNT.matcher(pattern); count.find() && nested <= LARGEST; ) {
            if (count.group(1) == null) {
                single += largest(count);
            } else {
                nested *= largest(count);
            }
        }
        return single * nested;
    }

    private static long largest(Matcher count) {
        String upper = count.group(3);
        long lower = Math.max(1, Long.parseLong(count.group(2)));
        return upper == null || upper.isEmpty() ? lower : Math.max(lower, Long.parseLong(upper));
    }
}
