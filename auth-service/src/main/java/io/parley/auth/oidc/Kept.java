package io.parley.auth.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What providers said lately, by the address where they did; for ten minutes, and the oldest goes where there is no more room. */
final class Kept<T> {

    static final int MOST = 200;

    private static final Duration TIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<ProviderUrl, Said<T>> oldestFirst = new LinkedHashMap<>();

    Kept(Clock clock) {
        this.clock = clock;
    }

    private record Said<T>(T what, Instant until) {

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    synchronized Optional<T> get(ProviderUrl url) {
        return Optional.ofNullable(oldestFirst.get(url))
                .filter(said -> !said.isOver(clock.instant()))
                .map(Said::what);
    }

    synchronized void put(ProviderUrl url, T what) {
        Instant now = clock.instant();
        oldestFirst.remove(url);
        oldestFirst.values().removeIf(said -> said.isOver(now));
        if (oldestFirst.size() >= MOST) {
            oldestFirst.remove(oldestFirst.keySet().iterator().next());
        }
        oldestFirst.put(url, new Said<>(what, now.plus(TIME)));
    }

    /** How many are kept, those that are over included. */
    synchronized int size() {
        return oldestFirst.size();
    }
}
