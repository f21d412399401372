package io.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Iterator<Instant> times = LongStream.iterate(0, time -> time + 1_240)
            .mapToObj(Instant::ofEpochMilli)
            .iterator();

    @Test
    void shows_a_tick_and_the_time_when_a_step_is_done() {
        String result = steps(false).step("Suite imported", () -> "id");

        assertThat(result).isEqualTo("id");
        assertThat(text()).isEqualTo("  + Suite imported" + " ".repeat(53) + "   1.2 s" + System.lineSeparator());
        assertThat(text().strip().length() + 2).isLessThan(Terminal.WIDTH);
    }

    @Test
    void shows_a_cross_when_a_step_fails_and_throws_the_failure_on() {
        assertThatThrownBy(() -> steps(false).step("Suite imported", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(text()).startsWith("  x Suite imported");
    }

    @Test
    void says_what_is_under_way_on_a_terminal() {
        steps(true).step("Suite imported", () -> {
            assertThat(text()).endsWith("Suite imported ...");
            return "id";
        });

        assertThat(text()).contains("\r\u001b[2K  + Suite imported ");
    }

    private Steps steps(boolean interactive) {
        return new Steps(new Terminal(out, Style.PLAIN, interactive), times::next);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
