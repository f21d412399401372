package io.parley.gateway.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Circuit circuit = new Circuit(3, PAUSE, clock);

    @Test
    void it_opens_after_failures_in_a_row_and_says_so_once() {
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.admits()).isTrue();

        assertThat(circuit.failed()).isTrue();

        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.admits()).isFalse();
        assertThat(circuit.state().label()).isEqualTo("open");
    }

    @Test
    void an_answer_between_failures_starts_their_count_anew() {
        for (int i = 0; i < 10; i++) {
            circuit.failed();
            circuit.failed();
            circuit.answered();
        }

        assertThat(circuit.state().label()).isEqualTo("closed");
    }

    @Test
    void after_the_pause_one_request_tries_and_no_other() {
        open();
        now = now.plus(PAUSE).minusMillis(1);
        assertThat(circuit.admits()).isFalse();

        now = now.plusMillis(1);

        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isFalse();
        assertThat(circuit.state().label()).isEqualTo("half-open");
    }

    @Test
    void an_answered_probe_closes_it() {
        probe();

        circuit.answered();

        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.state().label()).isEqualTo("closed");
    }

    @Test
    void a_failed_probe_opens_it_for_another_pause() {
        probe();

        assertThat(circuit.failed()).as("it was left alone before").isFalse();

        assertThat(circuit.admits()).isFalse();
        now = now.plus(PAUSE);
        assertThat(circuit.admits()).isTrue();
    }

    @Test
    void a_probe_that_is_never_heard_of_again_makes_way_for_another() {
        probe();

        now = now.plus(PAUSE);

        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isFalse();
    }

    @Test
    void a_late_failure_does_not_make_the_pause_longer() {
        open();
        now = now.plusMillis(900);

        circuit.failed();

        now = now.plusMillis(100);
        assertThat(circuit.admits()).isTrue();
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Circuit(0, PAUSE, clock)).hasMessageContaining("parley.gateway.circuit.failures");
        assertThatThrownBy(() -> new Circuit(1, Duration.ZERO, clock)).hasMessageContaining("above 0");
    }

    private void open() {
        circuit.failed();
        circuit.failed();
        circuit.failed();
    }

    private void probe() {
        open();
        now = now.plus(PAUSE);
        assertThat(circuit.admits()).isTrue();
    }
}
