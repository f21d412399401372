package io.parley.run.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.Counts;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassRateTest {

    /** Intervals as R's {@code prop.test(x, n, correct = FALSE)} gives them. */
    @ParameterizedTest
    @CsvSource({
        "8, 2, 0.8, 0.4901625, 0.9433178",
        "0, 10, 0, 0, 0.2775328",
        "10, 0, 1, 0.7224672, 1",
        "1, 0, 1, 0.2065493, 1",
        "500, 500, 0.5, 0.4690696, 0.5309304"
    })
    void the_rate_counts_what_passed_and_failed_and_has_its_wilson_interval(
            int passed, int failed, double value, double low, double high) {
        PassRate rate = Objects.requireNonNull(PassRate.of(new Counts(passed + failed + 7, passed, failed, 3, 4, 0)));

        assertThat(rate.value()).isCloseTo(value, within(1e-12));
        assertThat(rate.low()).isCloseTo(low, within(1e-6));
        assertThat(rate.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void errors_alone_have_no_rate() {
        assertThat(PassRate.of(new Counts(5, 0, 0, 3, 2, 0))).isNull();
    }
}
