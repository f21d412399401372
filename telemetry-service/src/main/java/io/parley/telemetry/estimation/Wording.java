package io.parley.telemetry.estimation;

import java.util.List;
import java.util.Locale;

/** Parts of sentences, the same for the same figures in every place and language of the machine. */
final class Wording {

    private static final double ALMOST_CERTAIN = 0.995;

    private Wording() {}

    /** A figure from 0 to 1, to two places. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A probability, to two places; none is rounded to certainty. */
    static String probability(double value) {
        if (value >= ALMOST_CERTAIN) {
            return "over 0.99";
        }
        return value < 1 - ALMOST_CERTAIN ? "under 0.01" : figure(value);
    }

    /** A weight or a factor, to one place. */
    static String amount(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** So many of a source, such as {@code 3 reviews}. */
    static String number(Source source, long number) {
        return number + " " + (number == 1 ? one(source) : many(source));
    }

    static String one(Source source) {
        return switch (source) {
            case EXECUTION -> "execution";
            case EVENT -> "event";
            case REVIEW -> "review";
            case OUTSIDE -> "outside assessment";
        };
    }

    static String many(Source source) {
        return one(source) + "s";
    }

    /** Such as {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }
}
