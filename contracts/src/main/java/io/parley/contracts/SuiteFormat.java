package io.parley.contracts;

import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The suite file as people write it: its JSON Schema (2020-12) and the texts in it that mean more than text.
 *
 * <p>The schema is the one description of the format. Its keyword {@value #MESSAGES} holds sentences for people by the
 * keyword that refuses a value; its {@code $comment} names what a schema cannot check. Whoever imports a suite checks
 * that too, and compiles what {@value #COMPILE} marks with {@code io.parley.platform.expressions}, as scoring does.
 */
public final class SuiteFormat {

    /** The schema's keyword for sentences that say what is wrong and what would be right. */
    public static final String MESSAGES = "x-messages";

    /** The schema's keyword for values that must compile: {@code regex}, {@code json-path} or {@code json-schema}. */
    public static final String COMPILE = "x-compile";

    /** The schema's keyword for how deep a value may stand inside others of its own kind, itself counted. */
    public static final String DEEPEST = "x-deepest";

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,6})ms|([1-9][0-9]{0,3})s|([1-9][0-9]?)m");

    private static final Pattern PERIOD =
            Pattern.compile("([1-9][0-9]{0,3})s|([1-9][0-9]{0,2})m|([1-9][0-9]?)h|([1-9]|[12][0-9]|30)d");

    private SuiteFormat() {}

    /** The JSON Schema, UTF-8; the caller closes it. */
    public static InputStream schema() {
        return Objects.requireNonNull(
                SuiteFormat.class.getResourceAsStream("suite-v1.schema.json"), "the suite schema");
    }

    /**
     * Reads a duration such as {@code 800ms}, {@code 10s} or {@code 2m}; anything that the schema's {@code duration}
     * refuses is an {@link IllegalArgumentException}.
     */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a duration such as 800ms, 10s or 2m, was " + text);
        }
        if (matcher.group(1) != null) {
            return Duration.ofMillis(Long.parseLong(matcher.group(1)));
        }
        if (matcher.group(2) != null) {
            return Duration.ofSeconds(Long.parseLong(matcher.group(2)));
        }
        return Duration.ofMinutes(Long.parseLong(matcher.group(3)));
    }

    /**
     * Reads a time that is longer than one of a turn, such as {@code 30m}, {@code 1h} or {@code 7d}; anything that the schema's
     * {@code period} refuses is an {@link IllegalArgumentException}.
     */
    public static Duration period(String text) {
        if (!PERIOD.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a time such as 30m, 1h or 7d, was " + text);
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
