package io.parley.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KappaTest {

    private static final double FOUR_DECIMALS = 0.00005;

    /** The agreement study in SAS/STAT's "The FREQ Procedure: Getting Started". */
    @Test
    void it_is_what_sas_publishes_of_two_dermatologists() {
        Kappa kappa = Kappa.of(new long[][] {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}})
                .orElseThrow();

        assertThat(kappa.value()).isEqualTo(0.3449, within(FOUR_DECIMALS));
        assertThat(kappa.standardError()).isEqualTo(0.0724, within(FOUR_DECIMALS));
        assertThat(kappa.interval().low()).isEqualTo(0.2030, within(FOUR_DECIMALS));
        assertThat(kappa.interval().high()).isEqualTo(0.4868, within(FOUR_DECIMALS));
    }

    /** Table SexualFun of R's package vcd, after Agresti, "Categorical Data Analysis", 1990. */
    @Test
    void it_is_what_r_says_of_ninety_one_couples() {
        Kappa kappa = Kappa.of(new long[][] {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}})
                .orElseThrow();

        assertThat(kappa.value()).isEqualTo(0.1293, within(FOUR_DECIMALS));
        assertThat(kappa.standardError()).isEqualTo(0.06860, within(0.000005));
    }

    /** J. L. Fleiss, "Statistical Methods for Rates and Proportions", 2nd edition, 1981, page 213 and following. */
    @Test
    void it_is_what_fleiss_says_of_a_hundred_patients() {
        Kappa kappa = Kappa.of(new long[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}).orElseThrow();

        assertThat(kappa.value()).isEqualTo(0.676, within(0.0005));
        assertThat(kappa.standardError()).isEqualTo(0.088, within(0.0005));
    }

    @Test
    void full_agreement_is_one_and_full_disagreement_minus_one_without_doubt() {
        Kappa same = Kappa.of(new long[][] {{7, 0}, {0, 3}}).orElseThrow();
        Kappa opposite = Kappa.of(new long[][] {{0, 5}, {5, 0}}).orElseThrow();

        assertThat(same.value()).isEqualTo(1, within(1e-12));
        assertThat(same.interval()).isEqualTo(new Kappa.Interval(1, 1));
        assertThat(opposite.value()).isEqualTo(-1, within(1e-12));
        assertThat(opposite.interval().low()).isEqualTo(-1);
    }

    @Test
    void it_is_not_defined_without_counts_or_with_one_category_alone() {
        assertThat(Kappa.of(new long[][] {{0, 0}, {0, 0}})).isEmpty();
        assertThat(Kappa.of(new long[][] {{50, 0}, {0, 0}})).isEmpty();
    }
}
