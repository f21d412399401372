package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.runs.SuiteResult.Failed;
import io.parley.cli.runs.SuiteResult.LeftOut;
import io.parley.cli.runs.SuiteResult.Ran;
import io.parley.cli.terminal.Style;
import io.parley.contracts.Counts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private static final Ran PASSED = ran("Weather", new Counts(2, 2, 0, 0, 0, 0));
    private static final Ran MISSED = ran("Booking", new Counts(2, 1, 1, 0, 0, 0));
    private static final Failed FAILED = new Failed("Refunds");
    private static final LeftOut LEFT_OUT = new LeftOut("Small talk");

    @Test
    void the_worst_exit_code_counts() {
        assertThat(summary(PASSED, LEFT_OUT).exitCode()).isZero();
        assertThat(summary(MISSED, PASSED).exitCode()).isEqualTo(1);
        assertThat(summary(PASSED, FAILED, MISSED).exitCode()).isEqualTo(2);
    }

    @Test
    void each_of_several_suites_has_a_line() {
        assertThat(summary(PASSED, MISSED, FAILED, LEFT_OUT).lines(Style.PLAIN))
                .containsExactly(
                        "  4 suites",
                        "  + Weather: 2 passed",
                        "  x Booking: 1 passed | 1 failed",
                        "  x Refunds: could not be run",
                        "  - Small talk: no case chosen",
                        "");
        assertThat(summary(PASSED).lines(Style.PLAIN)).isEmpty();
    }

    @Test
    void what_ran_to_its_end_can_be_exported() {
        assertThat(summary(PASSED, FAILED, MISSED, LEFT_OUT).runs())
                .containsExactly(PASSED.gate().run().id(), MISSED.gate().run().id());
    }

    @Test
    void a_command_that_chose_no_case_did_nothing() {
        assertThat(summary(LEFT_OUT, LEFT_OUT).isEmpty()).isTrue();
        assertThat(summary(LEFT_OUT, FAILED).isEmpty()).isFalse();
    }

    private static RunSummary summary(SuiteResult... results) {
        return new RunSummary(List.of(results));
    }

    private static Ran ran(String suite, Counts counts) {
        return new Ran(new GateReport(Views.run(suite, "bot", null, counts), Optional.empty()));
    }
}
