package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFitTest {

    private static final double NEAR = 0.04;

    @ParameterizedTest
    @CsvSource({"0.4, 0.15, 0.25, 0.08", "0.1, 0.3, 0.1, 0.2", "0.7, 0.05, 0.3, 0.05"})
    void it_finds_the_parameters_of_simulated_learners(double prior, double learn, double guess, double slip) {
        Parameters real = new Parameters(prior, learn, guess, slip);
        var random = new SplittableRandom(7);
        List<List<Observation>> learners = Stream.generate(() -> Seen.learner(real, 15, random))
                .limit(2_000)
                .toList();

        Parameters fitted = ParameterFit.of(learners, Reliabilities.DEFAULT);

        assertThat(fitted.prior()).isCloseTo(prior, within(NEAR));
        assertThat(fitted.learn()).isCloseTo(learn, within(NEAR));
        assertThat(fitted.guess()).isCloseTo(guess, within(NEAR));
        assertThat(fitted.slip()).isCloseTo(slip, within(NEAR));
    }

    @Test
    void what_sources_get_wrong_is_neither_guessed_nor_slipped() {
        Parameters real = new Parameters(0.4, 0.15, 0.15, 0.1);
        var random = new SplittableRandom(11);
        List<List<Observation>> learners =
                Stream.generate(() -> Seen.noisy(real, 15, random)).limit(3_000).toList();

        Parameters fitted = ParameterFit.of(learners, Reliabilities.DEFAULT);

        assertThat(fitted.guess()).isCloseTo(real.guess(), within(NEAR));
        assertThat(fitted.slip()).isCloseTo(real.slip(), within(NEAR));
        assertThat(fitted.learn()).isCloseTo(real.learn(), within(NEAR));
    }

    @Test
    void parts_of_observations_are_as_likely_to_the_fit_as_to_the_estimate() {
        List<Evidence> parts = Fusion.weigh(
                List.of(
                        Seen.observation(Source.EVENT, true, 0.5, 0),
                        Seen.observation(Source.OUTSIDE, false, 1, 1),
                        Seen.observation(Source.EVENT, true, 0.25, 2)),
                Reliabilities.DEFAULT);

        ExpectedCounts counts = ExpectedCounts.of(Parameters.DEFAULT, List.of(parts));

        assertThat(counts.logLikelihood())
                .isCloseTo(Trace.of(Parameters.DEFAULT, parts).logLikelihood(), within(1e-9));
        assertThat(counts.answersWith() + counts.answersWithout()).isCloseTo(1.75, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"----------", "++++++++++", "+-+-+-+-+-", "-+-+-+-+-+", "+++++-----", "-"})
    void nothing_makes_who_errs_look_like_who_knows(String answers) {
        List<List<Observation>> learners = Stream.generate(() -> Seen.by(Source.REVIEW, answers))
                .limit(500)
                .toList();

        Parameters fitted = ParameterFit.of(learners, Reliabilities.DEFAULT);

        assertThat(fitted.guess()).isLessThan(0.5);
        assertThat(fitted.slip()).isLessThan(0.5);
        assertThat(mastery(fitted, "++++++")).isGreaterThan(mastery(fitted, "------"));
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "60, 100", "400, 600", "0, 3000"})
    void answers_are_as_likely_to_the_fit_as_to_the_estimate(int correct, int wrong) {
        String answers = "+".repeat(correct) + "-".repeat(wrong);

        ExpectedCounts counts = ExpectedCounts.of(Parameters.DEFAULT, List.of(Seen.evidence(answers)));

        double likelihood = Trace.of(Parameters.DEFAULT, Seen.evidence(answers)).logLikelihood();
        assertThat(counts.logLikelihood()).isCloseTo(likelihood, within(1e-6 * -likelihood));
        assertThat(counts.answersWith() + counts.answersWithout()).isCloseTo(correct + wrong, within(1e-6));
        assertThat(counts.guessed() + counts.answersWith() - counts.slipped()).isCloseTo(correct, within(1e-6));
    }

    @Test
    void nobody_leaves_the_default() {
        assertThat(ParameterFit.of(List.of(), Reliabilities.DEFAULT)).isEqualTo(Parameters.DEFAULT);
        assertThat(ParameterFit.of(List.of(List.of()), Reliabilities.DEFAULT)).isEqualTo(Parameters.DEFAULT);
    }

    @Test
    void a_single_learner_changes_little() {
        Parameters fitted = ParameterFit.of(List.of(Seen.by(Source.REVIEW, "+++")), Reliabilities.DEFAULT);

        assertThat(fitted.prior())
                .isCloseTo(Parameters.DEFAULT.prior(), within(0.1))
                .isGreaterThan(0.3);
        assertThat(fitted.slip()).isCloseTo(Parameters.DEFAULT.slip(), within(0.05));
    }

    private static double mastery(Parameters parameters, String answers) {
        return Trace.of(parameters, Seen.evidence(answers)).mastery();
    }
}
