package io.parley.telemetry.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeliefTest {

    /** Exact probabilities by numerical integration with SciPy 1.17; with three answers each the log-odds are not quite normal. */
    @ParameterizedTest
    @CsvSource({
        "9, 1, 5, 5, 0.9768, 0.015",
        "30, 3, 22, 9, 0.9806, 0.015",
        "45, 5, 44, 6, 0.6246, 0.015",
        "3, 0, 0, 3, 0.9957, 0.015",
        "3, 0, 2, 1, 0.8458, 0.05",
        "20, 0, 15, 5, 0.9955, 0.015",
        "100, 20, 90, 30, 0.9443, 0.015"
    })
    void one_share_is_above_another(
            int correct, int wrong, int otherCorrect, int otherWrong, double probability, double off) {
        Belief one = new Tally(correct, wrong).share();
        Belief other = new Tally(otherCorrect, otherWrong).share();

        assertThat(one.probabilityAbove(other)).isCloseTo(probability, within(off));
        assertThat(other.probabilityAbove(one)).isCloseTo(1 - probability, within(off));
    }

    @Test
    void certain_figures_are_above_or_below() {
        Belief low = new Belief(0.2, 0.2, 0.2);
        Belief high = new Belief(0.7, 0.7, 0.7);

        assertThat(high.probabilityAbove(low)).isOne();
        assertThat(low.probabilityAbove(high)).isZero();
        assertThat(low.probabilityAbove(low)).isEqualTo(0.5);
    }
}
