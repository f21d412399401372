package io.parley.worker.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: after what the target wishes, or 0.2 s, doubled with each try; and somewhat later by chance, so
 * that conversations that failed together do not return together.
 */
final class Retries {

    static final int MAX_TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause before the next try, or nothing when there should be none.
     *
     * @param tries how often it was tried
     * @param left time of the conversation
     */
    Optional<Duration> pause(TryFailed failed, int tries, Duration left) {
        Duration wish = failed.wish();
        Duration base = wish == null ? FIRST_PAUSE.multipliedBy(1L << (tries - 1)) : wish;
        Duration spread = (wish == null ? base : FIRST_PAUSE).dividedBy(2);
        Duration pause = base.plusMillis((long) (spread.toMillis() * random.nextDouble()));
        return tries < MAX_TRIES && pause.compareTo(left) < 0 ? Optional.of(pause) : Optional.empty();
    }
}
