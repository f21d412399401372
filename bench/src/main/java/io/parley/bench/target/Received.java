package io.parley.bench.target;

import java.util.HashMap;
import java.util.Map;

/** What a mock target was asked since it was last told to forget; used on one event loop only. */
final class Received {

    private final Map<String, Integer> messages = new HashMap<>();
    private int total;

    void add(String message) {
        total++;
        messages.merge(message, 1, Integer::sum);
    }

    void forget() {
        messages.clear();
        total = 0;
    }

    /** What is known now. */
    Tally tally(boolean withMessages) {
        int repeated =
                (int) messages.values().stream().filter(times -> times > 1).count();
        return new Tally(total, messages.size(), repeated, withMessages ? Map.copyOf(messages) : Map.of());
    }
}
