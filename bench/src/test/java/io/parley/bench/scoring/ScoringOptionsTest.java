package io.parley.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringOptionsTest {

    @Test
    void what_is_not_said_has_a_default() {
        assertThat(ScoringOptions.of(List.of())).isEqualTo(new ScoringOptions(1_000, 5));
        assertThat(ScoringOptions.of(List.of("--cases", "50", "--repeat", "1"))).isEqualTo(new ScoringOptions(50, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cases", "--cases 0", "--repeat many", "--workers 2", "scoring"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> ScoringOptions.of(List.of(arguments.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
