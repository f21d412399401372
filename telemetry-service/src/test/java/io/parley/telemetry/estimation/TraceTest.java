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
    void half_an_observation_tells_half_and_the_learner_learns_as_ever() {
        List<Evidence> half = List.of(new Evidence(Seen.observation(Source.REVIEW, true, 0.5, 0), 0.5));

        assertThat(Trace.of(SKILL, half).mastery()).isCloseTo(0.711660, within(1e-6));
    }

    @Test
    void a_source_that_errs_is_seen_through() {
        List<Evidence> event = Fusion.weigh(Seen.by(Source.EVENT, "+"), Reliabilities.DEFAULT);

        Trace trace = Trace.of(SKILL, event);

        assertThat(trace.mastery()).isCloseTo(0.728302, within(1e-6));
        assertThat(Math.exp(trace.logLikelihood())).isCloseTo(0.53, within(1e-6));
    }

    @Test
    void an_observer_who_sees_nothing_does_not_keep_anybody_from_learning() {
        List<Evidence> blind = List.of(new Evidence(Seen.observation(Source.EVENT, false, 0), 0));

        assertThat(Trace.of(SKILL, blind).mastery()).isCloseTo(0.55, within(1e-12));
    }

    @Test
    void what_was_wrong_long_ago_does_not_make_what_is_right_now_less() {
        List<Observation> observations = Seen.by(Source.EVENT, "-".repeat(100) + "+".repeat(30));

        double mastery = Estimation.of(SubjectKind.LEARNER, SKILL, Reliabilities.DEFAULT, observations)
                .mastery();

        assertThat(mastery).isGreaterThan(0.99);
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
