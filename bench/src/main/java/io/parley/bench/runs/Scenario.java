package io.parley.bench.runs;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run to measure.
 *
 * @param delay of the target's answers
 * @param concurrency how many conversations the target takes at once
 * @param cases of the suite, one turn each
 */
public record Scenario(Duration delay, int concurrency, int cases) {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration SOME = Duration.ofMillis(50);

    /** Every combination of target and size. */
    static List<Scenario> all(List<Integer> sizes) {
        return Stream.of(new Scenario(NONE, 128, 0), new Scenario(SOME, 32, 0), new Scenario(SOME, 128, 0))
                .flatMap(scenario -> sizes.stream().map(scenario::withCases))
                .toList();
    }

    /** The target without delay, which shows what the platform itself can do. */
    static Scenario unhindered(int cases) {
        return new Scenario(NONE, 128, cases);
    }

    Scenario withCases(int number) {
        return new Scenario(delay, concurrency, number);
    }

    /** Cases per second of a platform that takes no time itself; infinite without a delay. */
    public double ideal() {
        return concurrency / (delay.toMillis() / 1e3);
    }
}
