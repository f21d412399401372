package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cli.api.GateResult;
import io.parley.cli.api.GateResult.Condition;
import io.parley.cli.terminal.Style;
import io.parley.contracts.Counts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateReportTest {

    @Test
    void a_gate_decides_whatever_failed() {
        GateReport report = new GateReport(
                Views.run("suite", "target", null, new Counts(10, 9, 1, 0, 0, 0)),
                Optional.of(new GateResult(true, List.of(new Condition("pass-rate", true, "90% is at least 80%.")))));

        assertThat(report.passed()).isTrue();
        assertThat(report.lines(Style.PLAIN))
                .containsExactly("  + Gate passed", "    + pass-rate: 90% is at least 80%.");
    }

    @Test
    void a_gate_that_is_missed_says_by_which_condition() {
        GateReport report = new GateReport(
                Views.run("suite", "target", null, new Counts(10, 10, 0, 0, 0, 0)),
                Optional.of(new GateResult(false, List.of(new Condition("regressions", false, "1 is more than 0.")))));

        assertThat(report.passed()).isFalse();
        assertThat(report.lines(Style.PLAIN))
                .containsExactly("  x Gate failed", "    x regressions: 1 is more than 0.");
    }

    @Test
    void without_a_gate_all_must_pass_and_nothing_else_is_a_pass() {
        assertThat(without(new Counts(2, 2, 0, 0, 0, 0)).passed()).isTrue();
        assertThat(without(new Counts(2, 1, 1, 0, 0, 0)).passed()).isFalse();
        assertThat(without(new Counts(2, 1, 0, 1, 0, 0)).passed()).isFalse();
        assertThat(without(new Counts(2, 1, 0, 0, 1, 0)).passed()).isFalse();
        assertThat(without(new Counts(2, 1, 0, 0, 0, 1)).passed()).isFalse();
    }

    private static GateReport without(Counts counts) {
        return new GateReport(Views.run("suite", "target", null, counts), Optional.empty());
    }
}
