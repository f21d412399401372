package io.parley.cli.mails;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.MailView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MailReport report = new MailReport(Style.PLAIN);

    @Test
    void shows_whom_a_mail_is_to_and_what_it_says() {
        MailView mail = new MailView("somebody@example.com", "Your account", "All is well.\n", NOON);

        assertThat(report.lines(mail))
                .containsExactly(
                        "", "Your account", "  to somebody@example.com  2026-01-01T12:00:00Z", "    All is well.");
    }

    @Test
    void a_text_cannot_command_the_terminal_nor_leave_its_lines() {
        MailView mail = new MailView("x@example.com", "Subject", "\u001b[2Jgone\u0007" + "x".repeat(500), NOON);

        assertThat(report.lines(mail))
                .allSatisfy(line ->
                        assertThat(line).doesNotContainPattern("\\p{Cc}").hasSizeLessThanOrEqualTo(Terminal.WIDTH));
    }
}
