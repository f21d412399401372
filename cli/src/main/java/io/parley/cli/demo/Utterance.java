package io.parley.cli.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the user said in one turn, and what the assistant can read out of it. */
record Utterance(String text) {

    private static final Pattern PEOPLE = Pattern.compile("\\b([1-9]\\d?)\\b");
    private static final Pattern TIME = Pattern.compile("\\b([01]\\d|2[0-3]):[0-5]\\d\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\bB-\\d{4}\\b", Pattern.CASE_INSENSITIVE);

    /** True if one of the words stands in the text, in any case, as a word of its own. */
    boolean mentions(String... words) {
        Pattern any = Pattern.compile("\\b(" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE);
        return any.matcher(text).find();
    }

    /** The constant of the enum whose name, underscores read as spaces, is mentioned first. */
    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (mentions(constant.name().replace('_', ' '))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    Optional<Integer> people() {
        String withoutTimes =
                REFERENCE.matcher(TIME.matcher(text).replaceAll("")).replaceAll("");
        return first(PEOPLE, withoutTimes).map(Integer::valueOf);
    }

    Optional<String> time() {
        return first(TIME, text);
    }

    Optional<String> reference() {
        return first(REFERENCE, text).map(found -> found.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(MatchResult::group);
    }
}
