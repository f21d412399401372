package io.parley.bench.processes;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the memory of process trees once a second and keeps the moment when all of them together had the most. */
public final class MemoryPeak implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final Watched watched;
    private volatile Map<String, Memory> peak = Map.of();

    private MemoryPeak(Watched watched) {
        this.watched = watched;
    }

    public static MemoryPeak watch(Watched watched) {
        MemoryPeak peak = new MemoryPeak(watched);
        var unused = peak.clock.scheduleWithFixedDelay(peak::look, 0, 1, TimeUnit.SECONDS);
        return peak;
    }

    /** What each tree had at that moment. */
    public Map<String, Memory> peak() {
        return peak;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        Map<String, Memory> now = watched.memory();
        if (total(now) > total(peak)) {
            peak = now;
        }
    }

    private static long total(Map<String, Memory> memory) {
        return memory.values().stream().mapToLong(Memory::proportional).sum();
    }
}
