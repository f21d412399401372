package io.parley.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayOptionsTest {

    @Test
    void what_is_not_said_has_a_default() {
        assertThat(GatewayOptions.of(List.of())).isEqualTo(new GatewayOptions(64, 20, 1024, Optional.empty(), false));
        assertThat(GatewayOptions.of(List.of("--spring", "--seconds", "7", "--haproxy", "/usr/sbin/haproxy")))
                .isEqualTo(new GatewayOptions(64, 7, 1024, Optional.of(Path.of("/usr/sbin/haproxy")), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds", "--seconds 0", "--connections many", "--colour red"})
    void what_makes_no_sense_is_refused(String arguments) {
        assertThatThrownBy(() -> GatewayOptions.of(List.of(arguments.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
