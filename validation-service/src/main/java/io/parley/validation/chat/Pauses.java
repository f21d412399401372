package io.parley.validation.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to ask again: after what the endpoint wishes, or 0.25 s, doubled with each try; and up to half as long again by
 * chance, so that questions that failed together do not return together.
 */
final class Pauses {

    static final int MAX_TRIES = 4;

    /** Nobody waits longer for one judge. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofMillis(250);

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause before the next try, or nothing when there should be none.
     *
     * @param tries how often it was tried
     */
    Optional<Duration> before(int tries, @Nullable Duration wish) {
        Duration base = wish == null ? FIRST.multipliedBy(1L << (tries - 1)) : wish;
        if (tries >= MAX_TRIES || base.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(base.plusMillis((long) (base.toMillis() * random.nextDouble() / 2)));
    }
}
