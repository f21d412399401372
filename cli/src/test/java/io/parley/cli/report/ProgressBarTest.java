package io.parley.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.contracts.Counts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
