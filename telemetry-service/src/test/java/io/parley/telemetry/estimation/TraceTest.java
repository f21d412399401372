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
}
