package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a learner's interval holds the mastery that who knows the learner's own parameters would state. */
class LearnerCoverageTest {

    private static final int LEARNERS = 600;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void ninety_percent_of_the_intervals_hold_the_mastery(int answers) {
        assertThat(held(answers, (own, random) -> Seen.learner(own, answers, random)))
                .isBetween(0.86, 0.94);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 40})
    void and_so_they_do_when_sources_err(int answers) {
        assertThat(held(answers, (own, random) -> Seen.noisy(own, answers, random)))
                .isBetween(0.86, 0.94);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 40})
    void of_learners_with_some_mastery_that_share_has_the_skill(int answers) {
        var random = new SplittableRandom(answers);
        double[] stated = new double[2];
        int[] learners = new int[2];
        int[] knowing = new int[2];
        for (int learner = 0; learner < 4_000; learner++) {
            Pupil pupil = Pupil.of(Parameters.DEFAULT, random);
            List<Observation> observations =
                    pupil.seen(answers, index -> index % 2 == 0 ? Source.EVENT : Source.OUTSIDE);
            double mastery = Trace.of(Parameters.DEFAULT, Fusion.weigh(observations, Reliabilities.DEFAULT))
                    .mastery();
            int half = mastery < 0.5 ? 0 : 1;
            stated[half] += mastery;
            learners[half]++;
            knowing[half] += pupil.knows() ? 1 : 0;
        }

        for (int half = 0; half < 2; half++) {
            double off = 4 * Math.sqrt(0.25 * Math.max(1, learners[half]));
            assertThat((double) knowing[half]).isCloseTo(stated[half], within(off));
        }
    }

    private static double held(int seed, BiFunction<Parameters, SplittableRandom, List<Observation>> learners) {
        var random = new SplittableRandom(seed);
        long held = 0;
        for (int learner = 0; learner < LEARNERS; learner++) {
            Parameters own = ownParameters(random);
            List<Observation> observations = learners.apply(own, random);
            double mastery = Trace.of(own, Fusion.weigh(observations, Reliabilities.DEFAULT))
                    .mastery();
            Estimate estimate =
                    Estimation.of(SubjectKind.LEARNER, Parameters.DEFAULT, Reliabilities.DEFAULT, observations);
            held += estimate.low() <= mastery && mastery <= estimate.high() ? 1 : 0;
        }
        return (double) held / LEARNERS;
    }

    @Test
    void contradicting_answers_leave_more_open_than_the_same_number_that_agrees() {
        assertThat(width("+-+-+-+-+-")).isGreaterThan(3 * width("++++++++++"));
        assertThat(width("+-+-+-+-+-")).isGreaterThan(2 * width("----------"));
    }

    @Test
    void without_answers_little_is_known() {
        Belief belief = UncertainTracing.of(Parameters.DEFAULT, List.of());

        assertThat(belief.mean()).isEqualTo(Parameters.DEFAULT.prior());
        assertThat(belief.high() - belief.low()).isGreaterThan(0.5);
    }

    private static double width(String answers) {
        Belief belief = UncertainTracing.of(Parameters.DEFAULT, Seen.evidence(answers));
        return belief.high() - belief.low();
    }

    /** A learner among those of whom the defaults are the centre. */
    private static Parameters ownParameters(RandomGenerator random) {
        Parameters centre = Parameters.DEFAULT;
        return new Parameters(
                near(centre.prior(), 1.2, random),
                near(centre.learn(), 0.8, random),
                near(centre.guess() * 2, 0.5, random) / 2,
                near(centre.slip() * 2, 0.5, random) / 2);
    }

    private static double near(double probability, double deviation, RandomGenerator random) {
        return LogOdds.toProbability(LogOdds.of(probability) + deviation * random.nextGaussian());
    }
}
