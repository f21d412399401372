package io.parley.worker.watching;

import io.parley.contracts.LiveTurn;
import io.parley.contracts.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The runs that somebody was known to watch a short while ago. Thread-safe. */
final class WatchedRuns {

    /** Of those that are told at intervals, a few may get lost. */
    private static final long KEPT = LiveTurn.WATCHED_EVERY.multipliedBy(4).toNanos();

    private static final String SEPARATOR = ",";

    private final Map<RunId, Long> since = new ConcurrentHashMap<>();

    /**
     * Somebody watches these.
     *
     * @param runs their ids with commas between them
     * @param now in nanoseconds of the worker's own clock
     */
    void watched(String runs, long now) {
        since.values().removeIf(told -> now - told > KEPT);
        Stream.of(runs.split(SEPARATOR)).map(RunId::fromString).forEach(run -> since.put(run, now));
    }

    boolean has(RunId run, long now) {
        if (since.isEmpty()) {
            return false;
        }
        Long told = since.get(run);
        return told != null && now - told <= KEPT;
    }
}
