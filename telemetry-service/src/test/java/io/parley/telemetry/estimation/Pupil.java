package io.parley.telemetry.estimation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A simulated learner, of whom it is known whether the skill is there. */
final class Pupil {

    private final Parameters parameters;
    private final SplittableRandom random;
    private boolean knows;

    private Pupil(Parameters parameters, SplittableRandom random) {
        this.parameters = parameters;
        this.random = random;
        this.knows = random.nextDouble() < parameters.prior();
    }

    static Pupil of(Parameters parameters, SplittableRandom random) {
        return new Pupil(parameters, random);
    }

    /** Does so many things, each seen by a source that errs as often as is assumed of it. */
    List<Observation> seen(int number, IntFunction<Source> source) {
        return IntStream.range(0, number)
                .mapToObj(index -> seen(source.apply(index), index))
                .toList();
    }

    private Observation seen(Source source, int index) {
        boolean correct = random.nextDouble() < (knows ? 1 - parameters.slip() : parameters.guess());
        boolean erred = source != Source.REVIEW
                && random.nextDouble() >= Reliabilities.DEFAULT.agreement().getOrDefault(source, 1.0);
        knows = knows || random.nextDouble() < parameters.learn();
        return Seen.observation(source, correct != erred, index);
    }

    boolean knows() {
        return knows;
    }
}
