package io.parley.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final long LENGTH = Allowance.WINDOW.toMillis();
    private static final long START = 1_000 * LENGTH;

    @Test
    void all_of_it_is_left_at_first() {
        Allowance allowance = Window.EMPTY.at(START).allowance(START, 10, true);

        assertThat(allowance.remaining()).isEqualTo(10);
        assertThat(allowance.reset()).isEqualTo(Allowance.WINDOW);
    }

    @Test
    void what_was_counted_before_fades_as_the_window_slides() {
        Window counted = Window.EMPTY.at(START);
        for (int request = 0; request < 10; request++) {
            counted = counted.counted();
        }

        assertThat(remaining(counted, START + LENGTH - 1)).isZero();
        assertThat(remaining(counted, START + LENGTH)).isZero();
        assertThat(remaining(counted, START + LENGTH + LENGTH / 2)).isEqualTo(5);
        assertThat(remaining(counted, START + LENGTH + LENGTH * 9 / 10)).isEqualTo(9);
        assertThat(remaining(counted, START + 2 * LENGTH)).isEqualTo(10);
    }

    @Test
    void headers_tell_whole_seconds_and_never_none() {
        assertThat(new Allowance(true, 1, 1, Duration.ofMillis(1)).resetSeconds())
                .isEqualTo(1);
        assertThat(new Allowance(true, 1, 1, Duration.ZERO).resetSeconds()).isEqualTo(1);
        assertThat(new Allowance(true, 1, 1, Duration.ofMillis(9_001)).resetSeconds())
                .isEqualTo(10);
    }

    private static long remaining(Window window, long now) {
        return window.at(now).allowance(now, 10, true).remaining();
    }
}
