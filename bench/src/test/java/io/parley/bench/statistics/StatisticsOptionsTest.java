package io.parley.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsOptionsTest {

    @Test
    void a_run_is_as_large_as_its_cases_and_repeats() {
        assertThat(RunSize.TEN_THOUSAND.executions()).isEqualTo(10_000);
        assertThat(RunSize.A_HUNDRED_THOUSAND.cases()).isEqualTo(20_000);
        assertThat(RunSize.A_HUNDRED_THOUSAND.executions()).isEqualTo(100_000);
    }

    @Test
    void the_number_of_requests_can_be_said() {
        assertThat(StatisticsOptions.of(List.of())).isEqualTo(new StatisticsOptions(50));
        assertThat(StatisticsOptions.of(List.of("--requests", "3"))).isEqualTo(new StatisticsOptions(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--requests", "--requests 0", "--requests many", "--cases 3"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> StatisticsOptions.of(List.of(arguments.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
