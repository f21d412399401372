package io.parley.auth.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What providers said lately, by the address where they did; for ten minutes, and no more of it than has room. */
final class Kept<T> {

    private static final Duration TIME = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<ProviderUrl, Said<T>> all = new ConcurrentHashMap<>();

    Kept(Clock clock) {
        this.clock = clock;
    }

    private record Said<T>(T what, Instant until) {}

    Optional<T> get(ProviderUrl url) {
        return Optional.ofNullable(all.get(url))
                .filter(said -> clock.instant().isBefore(said.until()))
                .map(Said::what);
    }

    void put(ProviderUrl url, T what) {
        if (all.size() >= MOST) {
            all.clear();
        }
        all.put(url, new Said<>(what, clock.instant().plus(TIME)));
    }
}
