package io.parley.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.ExecutionView;
import io.parley.cli.api.PassRate;
import io.parley.cli.api.RunStatus;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Counts;
import io.parley.contracts.Exchange;
import io.parley.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final RunReport report = new RunReport(Style.PLAIN);

    @Test
    void tells_what_was_said_what_was_expected_and_what_came() {
        ExecutionView failure = failure(
                "books for more people than at first",
                List.of(
                        said(
                                "Book a table for 4 at 19:00",
                                "Booked: a table for 4 at 19:00. Your reference is B-1001."),
                        said("Show my booking", "B-1001 is a table for 4 at 19:00.")),
                List.of(
                        result("contains", 0, Verdict.PASS, "The answer contains \"Booked\""),
                        result(
                                "equals",
                                1,
                                Verdict.FAIL,
                                "The answer is not \"B-1001 is a table for 6 at 19:00.\": \"B-1001 is a table for 4 at"
                                        + " 19:00.\""),
                        result("latency", null, Verdict.FAIL, "The conversation took 9000 ms, more than 5000 ms")));

        assertThat(report.lines(
                        run(new Counts(30, 29, 1, 0, 0, 0), new PassRate(0.9667, 0.8333, 0.9941)), List.of(failure)))
                .containsExactly(
                        "  City assistant on demo",
                        "  29 passed | 1 failed in 2.5 s",
                        "  Pass rate 96.7% of 30, 95% interval 83.3% to 99.4%",
                        "",
                        "  x books for more people than at first",
                        "    user           Book a table for 4 at 19:00",
                        "    assistant      Booked: a table for 4 at 19:00. Your reference is B-1001.",
                        "    user           Show my booking",
                        "    assistant      B-1001 is a table for 4 at 19:00.",
                        "    x equals       The answer is not \"B-1001 is a table for 6 at 19:00.\":",
                        "                   \"B-1001 is a table for 4 at 19:00.\"",
                        "    x latency      The conversation took 9000 ms, more than 5000 ms");
    }

    @Test
    void tells_what_broke_a_conversation_off() {
        ExecutionView error = failure(
                "never ends",
                List.of(said("hello", "hi")),
                List.of(result("conversation", 1, Verdict.ERROR, "turn 2: no connection to the target")));

        assertThat(report.lines(run(new Counts(1, 0, 0, 1, 0, 0), null), List.of(error)))
                .endsWith(
                        "    user           hello",
                        "    assistant      hi",
                        "    x conversation turn 2: no connection to the target");
    }

    @Test
    void has_no_pass_rate_when_nothing_passed_or_failed() {
        assertThat(report.lines(run(new Counts(2, 0, 0, 2, 0, 0), null), List.of()))
                .contains("  2 errors in 2.5 s", "  No pass rate: nothing has passed or failed.");
    }

    @Test
    void stays_within_the_width_whatever_an_answer_holds() {
        ExecutionView failure = failure(
                "a case",
                List.of(said("word ".repeat(100), "x".repeat(1_000) + "\n\nsecond paragraph")),
                List.of(result("contains", 0, Verdict.FAIL, "y".repeat(300))));

        assertThat(report.lines(run(new Counts(1, 0, 1, 0, 0, 0), new PassRate(0, 0, 0.79)), List.of(failure)))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(Terminal.WIDTH)
                        .doesNotContain("\n"));
    }

    private static RunView run(Counts counts, @Nullable PassRate rate) {
        return new RunView(
                UUID.randomUUID(),
                "City assistant",
                "demo",
                RunStatus.COMPLETED,
                null,
                counts,
                rate,
                START,
                START.plusMillis(2500));
    }

    private static ExecutionView failure(String name, List<Exchange> said, List<AssertionResult> results) {
        return new ExecutionView(
                UUID.randomUUID(), name, Map.of(), Verdict.FAIL, new ExecutionView.Conversation(said, null), results);
    }

    private static Exchange said(String user, String answer) {
        return new Exchange(user, answer, 200, Duration.ofMillis(3), 1);
    }

    private static AssertionResult result(String type, @Nullable Integer turn, Verdict verdict, String reason) {
        return new AssertionResult(type, turn, verdict, verdict == Verdict.PASS ? 1 : 0, 1, reason, Map.of());
    }
}
