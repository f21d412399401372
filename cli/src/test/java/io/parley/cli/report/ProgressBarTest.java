package io.parley.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.RunStatus;
import io.parley.cli.api.RunView;
import io.parley.cli.api.RunView.Pause;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.contracts.Counts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void fills_with_what_is_finished_and_says_what_came_out() {
        assertThat(ProgressBar.line(new Counts(30, 10, 2, 1, 1, 1), Style.PLAIN))
                .isEqualTo("  ###############...............  15/30"
                        + "  10 passed | 2 failed | 1 errors | 1 unsure | 1 cancelled");
        assertThat(ProgressBar.line(new Counts(30, 30, 0, 0, 0, 0), new Style(false, true)))
                .isEqualTo("  ██████████████████████████████  30/30  30 passed");
    }

    @Test
    void is_never_full_before_the_end() {
        assertThat(ProgressBar.line(new Counts(10_000, 9_999, 0, 0, 0, 0), Style.PLAIN))
                .contains("#.");
    }

    @Test
    void redraws_its_line_on_a_terminal() {
        ProgressBar bar = new ProgressBar(new Terminal(out, Style.PLAIN, true));

        bar.show(new Counts(2, 0, 0, 0, 0, 0));
        bar.show(new Counts(2, 1, 0, 0, 0, 0));
        bar.done();

        assertThat(text())
                .containsOnlyOnce("\n")
                .endsWith("\n")
                .contains("\r\u001b[2K  ###############...............  1/2");
    }

    @Test
    void prints_a_line_a_quarter_elsewhere() {
        ProgressBar bar = new ProgressBar(new Terminal(out, Style.PLAIN, false));

        for (int passed = 0; passed <= 100; passed++) {
            bar.show(new Counts(100, passed, 0, 0, 0, 0));
        }
        bar.done();

        assertThat(text().lines().map(line -> line.replaceAll(".*  (\\d+/100).*", "$1")))
                .containsExactly("0/100", "25/100", "50/100", "75/100", "100/100");
        assertThat(text()).doesNotContain("\r", "\u001b");
    }

    @Test
    void says_once_why_a_run_stands_still() {
        ProgressBar bar = new ProgressBar(new Terminal(out, Style.PLAIN, false));
        Pause pause = new Pause("TARGET_DOWN", "The target could not be reached.", Instant.EPOCH);

        bar.show(run(null));
        bar.show(run(pause));
        bar.show(run(pause));
        bar.show(run(null));

        assertThat(text()).containsOnlyOnce("  Paused. The target could not be reached.");
    }

    @Test
    void a_run_has_missed_its_target_only_while_it_waits_for_it() {
        Pause down = new Pause("TARGET_DOWN", null, Instant.EPOCH);
        Pause asked = new Pause("REQUESTED", null, Instant.EPOCH);
        Duration minute = Duration.ofMinutes(1);
        Instant later = Instant.EPOCH.plusSeconds(61);

        assertThat(run(down).hasMissedTargetFor(minute, later)).isTrue();
        assertThat(run(down).hasMissedTargetFor(minute, Instant.EPOCH.plusSeconds(59)))
                .isFalse();
        assertThat(run(asked).hasMissedTargetFor(minute, later)).isFalse();
        assertThat(run(null).hasMissedTargetFor(minute, later)).isFalse();
    }

    private static RunView run(@Nullable Pause pause) {
        return new RunView(
                UUID.randomUUID(),
                "suite",
                "target",
                RunStatus.RUNNING,
                pause,
                new Counts(2, 0, 0, 0, 0, 0),
                null,
                Instant.EPOCH,
                null);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
