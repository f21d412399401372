package io.parley.bench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsOptionsTest {

    @Test
    void what_is_not_said_has_a_default() {
        assertThat(RunsOptions.of(List.of())).isEqualTo(new RunsOptions(List.of(1_000, 10_000), 3, 2));
        assertThat(RunsOptions.of(List.of("--cases", "500,50", "--repeat", "1", "--workers", "4")))
                .isEqualTo(new RunsOptions(List.of(50, 500), 1, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cases", "--cases 0", "--repeat many", "--colour red", "runs"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> RunsOptions.of(List.of(arguments.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
