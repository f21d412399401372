package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantEstimateTest {

    private static final int VERSIONS = 1_000;

    /** Quantiles by SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "0,   0,  0.5000, 0.0062, 0.9938",
        "1,   0,  0.7500, 0.2285, 0.9985",
        "0,   2,  0.1667, 0.0009, 0.5693",
        "3,   1,  0.7000, 0.3493, 0.9540",
        "9,   1,  0.8636, 0.6694, 0.9821",
        "45,  5,  0.8922, 0.8136, 0.9532",
        "190, 10, 0.9478, 0.9197, 0.9707"
    })
    void reviews_alone_give_the_posterior_of_a_share(int correct, int wrong, double mean, double low, double high) {
        Estimate estimate = estimate(Seen.many(Source.REVIEW, correct + wrong, index -> index < correct));

        assertThat(estimate.mastery()).isCloseTo(mean, within(1e-4));
        assertThat(estimate.low()).isCloseTo(low, within(1e-4));
        assertThat(estimate.high()).isCloseTo(high, within(1e-4));
    }

    /** Every fourth is a person's; executions err as often as they are assumed to. */
    @ParameterizedTest
    @CsvSource({"REVIEW, 5", "REVIEW, 20", "REVIEW, 100", "EXECUTION, 10", "EXECUTION, 40", "EXECUTION, 200"})
    void ninety_percent_of_the_intervals_hold_the_share(Source source, int number) {
        var random = new SplittableRandom(number);
        long held = 0;
        for (int version = 0; version < VERSIONS; version++) {
            double share = 0.3 + 0.7 * random.nextDouble();
            Estimate estimate = estimate(observed(share, source, number, random));
            held += estimate.low() <= share && share <= estimate.high() ? 1 : 0;
        }

        assertThat((double) held / VERSIONS).isBetween(0.86, 0.94);
    }

    private static List<Observation> observed(double share, Source source, int number, SplittableRandom random) {
        return IntStream.range(0, number)
                .mapToObj(index -> {
                    Source teller = index % 4 == 0 ? Source.REVIEW : source;
                    double right = Reliabilities.DEFAULT.agreement().getOrDefault(teller, 1.0);
                    boolean correct = random.nextDouble() < share;
                    return Seen.observation(teller, correct == random.nextDouble() < right, index);
                })
                .toList();
    }

    @Test
    void sources_that_contradict_each_other_widen_the_interval() {
        Estimate agreeing = estimate(Seen.together(
                Seen.many(Source.EXECUTION, 40, index -> index % 2 == 0),
                Seen.many(Source.REVIEW, 20, index -> index % 2 == 0)));
        Estimate contradicting = estimate(Seen.together(
                Seen.many(Source.EXECUTION, 40, index -> index % 20 != 0),
                Seen.many(Source.REVIEW, 20, index -> index % 20 == 0)));

        assertThat(agreeing.disagreement()).isEqualTo(1);
        assertThat(contradicting.disagreement()).isGreaterThan(2);
        assertThat(contradicting.high() - contradicting.low()).isGreaterThan(1.5 * (agreeing.high() - agreeing.low()));
        assertThat(contradicting.weight()).isCloseTo(agreeing.weight() / contradicting.disagreement(), within(1e-9));
    }

    @Test
    void a_source_that_differs_by_chance_contradicts_nobody() {
        Estimate estimate =
                estimate(Seen.together(Seen.by(Source.EXECUTION, "+++-++++-+++"), Seen.by(Source.REVIEW, "+-++")));

        assertThat(estimate.disagreement()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--------++++++++, UP",
        "++++++++--------, DOWN",
        "++-+++-+++-+++-+, STEADY",
        "--++, UNKNOWN",
        "'', UNKNOWN"
    })
    void the_later_half_is_held_against_the_earlier(String outcomes, Trend trend) {
        assertThat(estimate(Seen.by(Source.REVIEW, outcomes)).trend()).isEqualTo(trend);
    }

    @Test
    void what_is_steady_seems_to_move_in_one_of_ten_cases_at_most() {
        var random = new SplittableRandom(3);
        long moving = 0;
        for (int version = 0; version < VERSIONS; version++) {
            double share = random.nextDouble();
            Trend trend = estimate(observed(share, Source.REVIEW, 40, random)).trend();
            moving += trend == Trend.STEADY ? 0 : 1;
        }

        assertThat((double) moving / VERSIONS).isLessThanOrEqualTo(0.11);
    }

    @Test
    void too_little_evidence_is_said() {
        assertThat(estimate(List.of()).isUncertain()).isTrue();
        assertThat(estimate(Seen.by(Source.REVIEW, "++")).isUncertain()).isTrue();
        assertThat(estimate(Seen.by(Source.EVENT, "++++++")).isUncertain()).isTrue();
        assertThat(estimate(Seen.by(Source.REVIEW, "+++++")).isUncertain()).isFalse();
    }

    @Test
    void evidence_stands_for_and_against() {
        Estimate estimate = estimate(Seen.by(Source.REVIEW, "+-+"));

        assertThat(estimate.evidenceFor())
                .extracting(item -> item.observation().reference())
                .containsExactly("review:1", "review:3");
        assertThat(estimate.evidenceAgainst())
                .extracting(item -> item.observation().reference())
                .containsExactly("review:2");
    }

    private static Estimate estimate(List<Observation> observations) {
        return Estimation.of(SubjectKind.ASSISTANT, Parameters.DEFAULT, Reliabilities.DEFAULT, observations);
    }
}
