package io.parley.validation.entities;

import com.google.re2j.Matcher;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates in English and German: 2025-05-03; without a year --05-03; relative ones as the word. */
final class Dates {

    private static final List<String> STARTS = List.of(
            "jan", "feb", "mar|mär|mrz", "apr", "may|mai", "jun", "jul", "aug", "sep", "oct|okt", "nov", "dec|dez");

    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|mrz|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez)";

    private static final List<Form> FORMS = List.of(
            Form.of("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", match -> date(match, 1, 2, 3)),
            Form.of("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})\\b", match -> date(match, 3, 2, 1)),
            Form.of("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b", Dates::slashed),
            Form.of(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?" + MONTH + "\\b\\.?(?:,?\\s+(\\d{4})\\b)?",
                    match -> named(match, 1, 2)),
            Form.of(
                    "\\b" + MONTH + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4})\\b)?",
                    match -> named(match, 2, 1)),
            Form.of(
                    "\\b(?:today|tonight|tomorrow|yesterday|heute|gestern|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\\b",
                    match -> Optional.of(match.group().toLowerCase(Locale.ROOT))));

    private Dates() {}

    static List<Entity> find(String text) {
        return Form.find(FORMS, text);
    }

    private static Optional<String> date(Matcher match, int year, int month, int day) {
        return date(match.group(year), number(match, month), number(match, day));
    }

    /** The month first, as in the United States, unless it can only be the day. */
    private static Optional<String> slashed(Matcher match) {
        return number(match, 1) > 12 ? date(match, 3, 2, 1) : date(match, 3, 1, 2);
    }

    private static Optional<String> named(Matcher match, int day, int month) {
        return date(match.group(3), month(match.group(month)), number(match, day));
    }

    private static Optional<String> date(@Nullable String year, int month, int day) {
        try {
            return Optional.of(
                    year == null
                            ? MonthDay.of(month, day).toString()
                            : LocalDate.of(Integer.parseInt(year), month, day).toString());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        for (int month = 0; month < STARTS.size(); month++) {
            if (STARTS.get(month).contains(start)) {
                return month + 1;
            }
        }
        throw new IllegalStateException(name + " is no month");
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
