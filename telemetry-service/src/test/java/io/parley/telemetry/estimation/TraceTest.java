package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values were computed by hand. */
class TraceTest {

    private static final Parameters SKILL = new Parameters(0.5, 0.1, 0.2, 0.1);

    @ParameterizedTest
    @CsvSource({"'', 0.5, 1", "+, 0.836364, 0.55", "-, 0.2, 0.45", "+-, 0.450847, 0.118", "++, 0.9625, 0.432"})
    void mastery_follows_the_answers(String answers, double mastery, double likelihood) {
        Trace trace = Trace.of(SKILL, Seen.evidence(answers));

        assertThat(trace.mastery()).isCloseTo(mastery, within(1e-6));
        assertThat(Math.exp(trace.logLikelihood())).isCloseTo(likelihood, within(1e-6));
    }

    @Test
    void half_an_observation_is_half_a_step() {
        List<Evidence> half = List.of(new Evidence(Seen.observation(Source.REVIEW, true, 0.5, 0), 0.5));

        assertThat(Trace.of(SKILL, half).mastery()).isCloseTo(0.696063, within(1e-6));
    }

    @Test
    void two_halves_are_a_whole_where_nothing_is_learnt() {
        Parameters unteachable = new Parameters(0.5, 0, 0.2, 0.1);
        Evidence half = new Evidence(Seen.observation(Source.REVIEW, false, 0.5, 0), 0.5);

        assertThat(Trace.of(unteachable, List.of(half, half)).mastery())
                .isCloseTo(Trace.of(unteachable, Seen.evidence("-")).mastery(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"60, 100, 0, 0.2", "2000, 3000, 0, 0.2", "0, 3000, 0, 0.2", "100, 60, 0.99, 1", "3000, 1, 0.99, 1"})
    void no_certainty_is_so_large_that_evidence_cannot_move_it(int correct, int wrong, double least, double most) {
        double mastery = Trace.of(SKILL, Seen.evidence("+".repeat(correct) + "-".repeat(wrong)))
                .mastery();

        assertThat(mastery).isBetween(least, most);
    }

    @Test
    void where_nothing_is_learnt_failures_are_made_up_for() {
        Parameters unteachable = new Parameters(0.5, 0, 0.2, 0.1);

        assertThat(Trace.of(unteachable, Seen.evidence("-".repeat(60) + "+".repeat(100)))
                        .mastery())
                .isGreaterThan(0.99);
    }
}
