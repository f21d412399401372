package io.parley.telemetry.otlp;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with spans: how often something is, and the first of it in words. */
final class Faults {

    private static final int MOST_NAMED = 5;

    private final List<String> named = new ArrayList<>();
    private int number;

    /** @param fault of one span, as a sentence */
    void add(String fault) {
        number++;
        if (number <= MOST_NAMED) {
            named.add(fault);
        }
    }

    int number() {
        return number;
    }

    /** The first faults as one text, empty without any. */
    String message() {
        String text = String.join("; ", named);
        return number > MOST_NAMED ? text + "; and " + (number - MOST_NAMED) + " more" : text;
    }
}
