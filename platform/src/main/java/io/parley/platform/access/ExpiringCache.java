package io.parley.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers a bounded number of values, each until its time; the least recently used goes first. */
public final class ExpiringCache<V> {

    private final int capacity;
    private final Clock clock;
    private final Map<String, Entry<V>> leastRecentlyUsedFirst = new LinkedHashMap<>(16, 0.75f, true);

    public ExpiringCache(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    private record Entry<V>(V value, Instant until) {}

    public synchronized Optional<V> get(String key) {
        Entry<V> entry = leastRecentlyUsedFirst.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(entry.until())) {
            leastRecentlyUsedFirst.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    public synchronized void put(String key, V value, Instant until) {
        leastRecentlyUsedFirst.put(key, new Entry<>(value, until));
        if (leastRecentlyUsedFirst.size() > capacity) {
            var eldest = leastRecentlyUsedFirst.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
