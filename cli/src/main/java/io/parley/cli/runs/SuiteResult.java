package io.parley.cli.runs;

import io.parley.cli.report.Outcomes;
import io.parley.cli.terminal.Style;

/** What became of one suite of a command. */
sealed interface SuiteResult {

    int GATE_PASSED = 0;
    int GATE_FAILED = 1;
    int COULD_NOT_RUN = 2;

    /** What the command would end with if there was no other suite. */
    int exitCode();

    /** One line of a summary. */
    String line(Style style);

    /** It was run to its end. */
    record Ran(GateReport gate) implements SuiteResult {

        @Override
        public int exitCode() {
            return gate.passed() ? GATE_PASSED : GATE_FAILED;
        }

        @Override
        public String line(Style style) {
            String mark = gate.passed() ? style.green(style.tick()) : style.red(style.cross());
            return "  " + mark + " " + gate.run().suiteName() + ": "
                    + Outcomes.of(gate.run().counts(), style);
        }
    }

    /** It was not, or not to its end. */
    record Failed(String suite) implements SuiteResult {

        @Override
        public int exitCode() {
            return COULD_NOT_RUN;
        }

        @Override
        public String line(Style style) {
            return "  " + style.red(style.cross()) + " " + suite + ": could not be run";
        }
    }

    /** None of its cases is among those that were asked for. */
    record LeftOut(String suite) implements SuiteResult {

        @Override
        public int exitCode() {
            return GATE_PASSED;
        }

        @Override
        public String line(Style style) {
            return "  " + style.dim("-") + " " + suite + ": no case chosen";
        }
    }
}
