package io.parley.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    /**
     * The first three are published examples: airway hyper-responsiveness (1 and 7 discordant pairs, exact p = 0.070) and
     * complete response (6 and 16, p = 0.053) in Fagerland, Lydersen, Laake (2013), and the one of the R package exact2x2 (9
     * and 2, p = 0.06543). The others are the binomial sum in whole numbers.
     */
    @ParameterizedTest
    @CsvSource({
        "7, 1, 0.0703125",
        "6, 16, 0.0524788",
        "9, 2, 0.0654297",
        "1, 9, 0.0214844",
        "2, 8, 0.1093750",
        "5, 15, 0.0413895",
        "6, 14, 0.1153183",
        "3, 17, 0.0025768"
    })
    void gives_the_published_values(int newlyFailing, int fixed, double p) {
        assertThat(new McNemar(newlyFailing, fixed).p()).isCloseTo(p, within(5e-8));
        assertThat(new McNemar(fixed, newlyFailing).p()).isCloseTo(p, within(5e-8));
    }

    @Test
    void no_difference_is_no_evidence_of_one() {
        assertThat(new McNemar(0, 0).p()).isEqualTo(1);
        assertThat(new McNemar(50_000, 50_000).p()).isEqualTo(1);
        assertThat(new McNemar(1, 0).p()).isEqualTo(1);
    }

    /** 0.0026908 is the binomial sum in whole numbers. */
    @Test
    void holds_for_numbers_whose_powers_of_one_half_are_no_doubles() {
        assertThat(new McNemar(50_475, 49_525).p()).isCloseTo(0.0026907555, within(1e-9));
        assertThat(new McNemar(100_000, 0).p()).isZero();
    }

    @Test
    void says_it_in_plain_words() {
        assertThat(new McNemar(7, 1).sentence()).isEqualTo("7 cases newly fail, 1 is fixed: p = 0.07, within chance.");
        assertThat(new McNemar(1, 9).sentence())
                .isEqualTo("1 case newly fails, 9 are fixed: p = 0.021, more than chance.");
        assertThat(new McNemar(200, 100).sentence())
                .isEqualTo("200 cases newly fail, 100 are fixed: p < 0.001, more than chance.");
        assertThat(new McNemar(2, 2).sentence()).isEqualTo("2 cases newly fail, 2 are fixed: p = 1, within chance.");
        assertThat(new McNemar(8, 0).sentence())
                .isEqualTo("8 cases newly fail, none is fixed: p = 0.0078, more than chance.");
        assertThat(new McNemar(0, 1).sentence()).isEqualTo("No case newly fails, 1 is fixed: p = 1, within chance.");
        assertThat(new McNemar(0, 0).sentence()).isEqualTo("No case newly fails and none is fixed.");
    }
}
