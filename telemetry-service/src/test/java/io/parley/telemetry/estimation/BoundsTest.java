package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void a_weight_is_above_0_and_at_most_1(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seen.observation(Source.EVENT, true, weight, 0))
                .withMessageContaining("weight");
    }

    @ParameterizedTest
    @CsvSource({
        "0,   0.1, 0.2, 0.1, prior", "1,   0.1, 0.2, 0.1, prior", "0.3, -0.1, 0.2, 0.1, learn",
                "0.3, 1, 0.2, 0.1, learn",
        "0.3, 0.1, 0,   0.1, guess", "0.3, 0.1, 0.5, 0.1, guess", "0.3, 0.1, 0.2, 0, slip", "0.3, 0.1, 0.2, 0.5, slip",
        "NaN, 0.1, 0.2, 0.1, prior"
    })
    void parameters_are_probabilities_and_errors_stay_below_one_half(
            double prior, double learn, double guess, double slip, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameters(prior, learn, guess, slip))
                .withMessageContaining(wrong);
    }

    @Test
    void every_source_has_an_agreement_from_one_half_to_1() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reliabilities(Map.of(Source.REVIEW, 1.0)))
                .withMessageContaining("EXECUTION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reliabilities(
                        Map.of(Source.REVIEW, 1.0, Source.EXECUTION, 0.4, Source.EVENT, 0.8, Source.OUTSIDE, 0.8)))
                .withMessageContaining("EXECUTION");
        assertThatIllegalArgumentException().isThrownBy(() -> new Agreement(3, 2));
    }

    @Test
    void observations_out_of_order_are_refused() {
        List<Observation> backwards = Seen.by(Source.REVIEW, "+-").reversed();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Estimation.of(SubjectKind.LEARNER, Parameters.DEFAULT, Reliabilities.DEFAULT, backwards))
                .withMessageContaining("index 1");
    }
}
