package io.parley.telemetry.otlp;

import io.parley.platform.problems.Problem;

/**
 * Counts what a request holds while it is read, before it is made anything of: two bytes are a span, and a few kilobytes packed
 * are millions of them. What is too much is a 413.
 */
final class Size {

    static final int MOST_SPANS = 10_000;

    /** Attributes of all spans and senders, what stands in their lists, and whatever else there can be many of. */
    static final int MOST_PARTS = 100_000;

    /** Values of JSON's objects and lists: an attribute is four of them. */
    static final int MOST_JSON_VALUES = 4 * MOST_PARTS;

    private int spans;
    private int parts;
    private int jsonValues;

    void addSpan() {
        spans++;
        if (spans > MOST_SPANS) {
            throw tooLarge(MOST_SPANS, "spans");
        }
    }

    void addPart() {
        parts++;
        if (parts > MOST_PARTS) {
            throw tooLarge(MOST_PARTS, "attributes and values in lists");
        }
    }

    void addJsonValue() {
        jsonValues++;
        if (jsonValues > MOST_JSON_VALUES) {
            throw tooLarge(MOST_JSON_VALUES, "values of JSON");
        }
    }

    private static Problem tooLarge(int most, String things) {
        return OtlpProblems.TOO_LARGE.problem("At most " + most + " " + things + " are taken at once.");
    }
}
