package io.parley.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzOptionsTest {

    @Test
    void requests_and_seed_can_be_said() {
        assertThat(FuzzOptions.of(List.of("--requests", "30", "--seed", "-7"))).isEqualTo(new FuzzOptions(30, -7));
        assertThat(FuzzOptions.of(List.of()).requests()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--requests", "--requests 0", "--seed many", "--colour red"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> FuzzOptions.of(List.of(arguments.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
