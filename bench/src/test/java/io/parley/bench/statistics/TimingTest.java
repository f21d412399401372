package io.parley.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    @Test
    void a_percentile_is_the_shortest_time_that_so_many_did_not_exceed() {
        List<Duration> took = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> Duration.ofMillis(21 - number))
                .toList();

        Timing timing = Timing.of("r", 1, took);

        assertThat(timing.percentile(0.5)).isEqualTo(Duration.ofMillis(10));
        assertThat(timing.percentile(0.95)).isEqualTo(Duration.ofMillis(19));
        assertThat(Timing.of("r", 1, List.of(Duration.ofMillis(7))).percentile(0.5))
                .isEqualTo(Duration.ofMillis(7));
    }

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
