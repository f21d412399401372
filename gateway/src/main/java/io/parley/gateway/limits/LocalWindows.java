package io.parley.gateway.limits;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What this gateway alone has counted, of the callers that it saw last. */
final class LocalWindows {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Window> leastRecentlyUsedFirst = new LinkedHashMap<>(16, 0.75f, true);

    LocalWindows(Clock clock) {
        this.clock = clock;
    }

    /** Counts a request if there is room for it. */
    synchronized Allowance take(String caller, long limit) {
        long now = clock.millis();
        Window window =
                leastRecentlyUsedFirst.getOrDefault(caller, Window.EMPTY).at(now);
        boolean taken = window.hasRoom(now, limit);
        Window after = taken ? window.counted() : window;
        remember(caller, after);
        return after.allowance(now, limit, taken);
    }

    private void remember(String caller, Window window) {
        leastRecentlyUsedFirst.put(caller, window);
        if (leastRecentlyUsedFirst.size() > REMEMBERED) {
            var eldest = leastRecentlyUsedFirst.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
