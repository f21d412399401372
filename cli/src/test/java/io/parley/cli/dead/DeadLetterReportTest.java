package io.parley.cli.dead;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.DeadLetter;
import io.parley.cli.api.DeadLetterQueue;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterReportTest {

    private final DeadLetterReport report = new DeadLetterReport(Style.PLAIN);

    @Test
    void shows_why_a_message_is_there_and_what_it_says() {
        DeadLetter letter = new DeadLetter(
                "id", "execution.completed.v1", Instant.parse("2026-01-01T12:00:00Z"), "rejected", "{not json");

        assertThat(report.lines(new DeadLetterQueue("run.execution-completed", 1), List.of(letter)))
                .containsExactly(
                        "",
                        "run.execution-completed  1 dead",
                        "  execution.completed.v1  rejected  published 2026-01-01T12:00:00Z",
                        "    {not json");
    }

    @Test
    void shows_the_oldest_ten_and_counts_the_rest() {
        DeadLetter letter = new DeadLetter("id", "type", null, "rejected", "body");

        List<String> lines = report.lines(new DeadLetterQueue("queue", 250), Collections.nCopies(100, letter));

        assertThat(lines).filteredOn(line -> line.equals("    body")).hasSize(10);
        assertThat(lines).last().isEqualTo("  and 240 younger ones");
    }

    @Test
    void a_body_cannot_command_the_terminal_nor_leave_its_lines() {
        DeadLetter letter = new DeadLetter("id", "type", null, "rejected", "\u001b[2Jgone\u0007" + "x".repeat(500));

        assertThat(report.lines(new DeadLetterQueue("queue", 1), List.of(letter)))
                .allSatisfy(line ->
                        assertThat(line).doesNotContainPattern("\\p{Cc}").hasSizeLessThanOrEqualTo(Terminal.WIDTH));
    }
}
