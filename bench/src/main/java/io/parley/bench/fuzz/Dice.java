package io.parley.bench.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same again for the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something comes about that does so many times in a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    /** From 0 to one below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the least to the greatest, both included. */
    long between(long least, long greatest) {
        return greatest == Long.MAX_VALUE ? random.nextLong(least, greatest) : random.nextLong(least, greatest + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
