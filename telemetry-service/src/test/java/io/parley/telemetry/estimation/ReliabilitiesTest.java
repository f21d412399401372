package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilitiesTest {

    @ParameterizedTest
    @CsvSource({"REVIEW, 1, Infinity", "EXECUTION, 0.81, 100", "OUTSIDE, 0.64, 25", "EVENT, 0.36, 6.25"})
    void agreement_decides_what_one_observation_and_what_all_of_them_count(Source source, double weight, double cap) {
        assertThat(Reliabilities.DEFAULT.weight(source)).isCloseTo(weight, within(1e-9));
        assertThat(Reliabilities.DEFAULT.cap(source))
                .satisfiesAnyOf(
                        value -> assertThat(value).isEqualTo(cap),
                        value -> assertThat(value).isCloseTo(cap, within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({
        "EVENT,     0,   0,   0.8", // as assumed
        "EVENT,     98,  100, 0.95", // (98 + 16) / 120
        "EVENT,     0,   10,  0.533333", // (0 + 16) / 30
        "EVENT,     0,   100, 0.5", // worse than chance counts as chance
        "EXECUTION, 180, 180, 0.995", // (180 + 19) / 200
        "REVIEW,    0,   100, 1", // the yardstick
    })
    void comparisons_with_people_move_what_is_assumed(Source source, long agreed, long compared, double agreement) {
        Reliabilities calibrated = Reliabilities.calibrated(Map.of(source, new Agreement(agreed, compared)));

        assertThat(calibrated.agreement())
                .hasEntrySatisfying(source, value -> assertThat(value).isCloseTo(agreement, within(1e-6)));
    }

    @Test
    void sources_that_were_not_compared_stay_as_assumed() {
        Reliabilities calibrated = Reliabilities.calibrated(Map.of(Source.EVENT, new Agreement(1, 100)));

        assertThat(calibrated.weight(Source.EVENT)).isZero();
        assertThat(calibrated.weight(Source.EXECUTION)).isEqualTo(Reliabilities.DEFAULT.weight(Source.EXECUTION));
    }

    @Test
    void one_observation_counts_its_weight_times_that_of_its_source() {
        List<Observation> half = List.of(Seen.observation(Source.EXECUTION, true, 0.5, 0));

        assertThat(weight(half, Reliabilities.DEFAULT)).isCloseTo(0.405, within(1e-9));
    }

    @Test
    void however_often_a_source_repeats_itself_it_counts_no_more_than_its_cap() {
        double few = weight(Seen.many(Source.EVENT, 10, index -> true), Reliabilities.DEFAULT);
        double many = weight(Seen.many(Source.EVENT, 100_000, index -> true), Reliabilities.DEFAULT);

        assertThat(few).isCloseTo(3.6 / (1 + 2.6 / 6.25), within(1e-9));
        assertThat(many).isGreaterThan(few).isBetween(6.2, 6.25);
    }

    @Test
    void a_thousand_events_do_not_outweigh_twenty_people() {
        List<Observation> observations = Seen.together(
                Seen.many(Source.EVENT, 1_000, index -> true), Seen.many(Source.REVIEW, 20, index -> false));

        Estimate estimate =
                Estimation.of(SubjectKind.ASSISTANT, Parameters.DEFAULT, Reliabilities.DEFAULT, observations);

        assertThat(estimate.mastery()).isLessThan(0.3);
    }

    private static double weight(List<Observation> observations, Reliabilities reliabilities) {
        return Fusion.weighTogether(observations, reliabilities).stream()
                .mapToDouble(Evidence::weight)
                .sum();
    }
}
