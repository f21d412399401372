package io.parley.validation.entities;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times of day in English and German, as 18:30. */
final class Times {

    private static final String HALF = "(a\\.?m\\b\\.?|p\\.?m\\b\\.?)";

    private static final List<Form> FORMS = List.of(
            Form.of(
                    "\\b(\\d{1,2})[:.](\\d{2})\\s*" + HALF,
                    match -> time(match.group(1), match.group(2), match.group(3))),
            Form.of("\\b(\\d{1,2})\\s*" + HALF, match -> time(match.group(1), "0", match.group(2))),
            Form.of("\\b(\\d{1,2})[:.](\\d{2})\\s*(?:uhr|h)\\b", Times::plain),
            Form.of("\\b(\\d{1,2}):(\\d{2})\\b", Times::plain),
            Form.of("\\b(\\d{1,2})\\s*(?:uhr|o'clock|o’clock)\\b(?:\\s+(\\d{2})\\b)?", Times::plain),
            Form.of("\\bnoon\\b", match -> Optional.of("12:00")),
            Form.of("\\bmidnight\\b", match -> Optional.of("00:00")));

    private Times() {}

    static List<Entity> find(String text) {
        return Form.find(FORMS, text);
    }

    private static Optional<String> plain(Matcher match) {
        return time(match.group(1), match.group(2), null);
    }

    private static Optional<String> time(String hour, @Nullable String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        boolean valid = minutes < 60 && (half == null ? hours < 24 : hours >= 1 && hours <= 12);
        return valid
                ? Optional.of(
                        String.format(Locale.ROOT, "%02d:%02d", half == null ? hours : full(hours, half), minutes))
                : Optional.empty();
    }

    private static int full(int hours, String half) {
        return hours % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
}
