package io.parley.bench.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final Map<String, Integer> DEFAULTS = Map.of("--rows", 5, "--requests", 7);

    @Test
    void what_is_not_said_has_a_default() {
        Numbers numbers = Numbers.of(List.of("--rows", "3"), DEFAULTS);

        assertThat(numbers.of("--rows")).isEqualTo(3);
        assertThat(numbers.of("--requests")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows", "--rows 0", "--rows many", "--rows 99999999999", "--colour 3"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> Numbers.of(List.of(arguments.split(" ", -1)), DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
