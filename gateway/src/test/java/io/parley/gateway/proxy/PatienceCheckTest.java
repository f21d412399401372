package io.parley.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.gateway.routes.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceCheckTest {

    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration COMMON = Duration.ofSeconds(30);

    private final Upstream ordinary = new Upstream("auth", List.of(), Optional.empty());
    private final Upstream patient = new Upstream("run", List.of(), Optional.of(IDLE));

    @Test
    void connections_that_outlive_every_answer_are_right() {
        assertThatNoException().isThrownBy(() -> PatienceCheck.check(IDLE, COMMON, List.of(ordinary)));
    }

    @Test
    void a_service_that_may_outlast_its_connections_stops_the_start() {
        assertThatThrownBy(() -> PatienceCheck.check(IDLE, COMMON, List.of(ordinary, patient)))
                .hasMessageContaining("quarkus.http.idle-timeout")
                .hasMessageContaining("1M15S")
                .hasMessageEndingWith("for run");
    }

    @Test
    void the_time_of_all_services_is_checked_too() {
        assertThatThrownBy(() -> PatienceCheck.check(IDLE, IDLE, List.of(ordinary)))
                .hasMessageEndingWith("for auth");
    }
}
