package io.parley.worker.cancellations;

import io.parley.contracts.RunId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the runs this worker saw lately. Thread-safe. Times are in nanoseconds. */
final class RecentRuns {

    enum Standing {
        GOING_ON,
        CANCELLED,
        /** The caller is to find out. */
        UNKNOWN
    }

    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final int MAX_RUNS = 10_000;

    private final Map<RunId, Known> runs = new ConcurrentHashMap<>();

    /** Once a run is known, one caller per second is to find out anew; the others go by what was known before. */
    Standing look(RunId run, long now) {
        Known known = runs.get(run);
        if (known == null) {
            return Standing.UNKNOWN;
        }
        if (known.cancelled()) {
            return Standing.CANCELLED;
        }
        if (now - known.lookedUpAt() < FRESH) {
            return Standing.GOING_ON;
        }
        goesOn(run, now);
        return Standing.UNKNOWN;
    }

    void goesOn(RunId run, long now) {
        put(run, new Known(false, now));
    }

    void cancelled(RunId run) {
        put(run, new Known(true, 0));
    }

    /** When there are too many it starts anew, since what is forgotten is looked up again. */
    private void put(RunId run, Known known) {
        if (runs.size() >= MAX_RUNS) {
            runs.clear();
        }
        runs.merge(run, known, (before, after) -> before.cancelled() ? before : after);
    }

    private record Known(boolean cancelled, long lookedUpAt) {}
}
