package io.parley.cli.report;

import io.parley.cli.api.ExecutionView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import io.parley.contracts.AssertionResult;
import io.parley.contracts.Exchange;
import io.parley.contracts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The conversation of a case that did not pass, each assertion that kept it from passing under the turn it looked at. */
final class UnpassedCase {

    private static final int INDENT = 4;
    private static final int LABEL = 15;
    private static final int TEXT = Terminal.WIDTH - INDENT - LABEL;

    private final Style style;

    UnpassedCase(Style style) {
        this.style = style;
    }

    List<String> lines(ExecutionView execution) {
        List<String> lines = new ArrayList<>();
        addTitle(lines, execution);
        List<Exchange> exchanges = execution.transcript().exchanges();
        for (int turn = 0; turn < exchanges.size(); turn++) {
            add(lines, "user", exchanges.get(turn).user(), style::dim);
            add(lines, "assistant", exchanges.get(turn).answer(), style::dim);
            addUnpassed(lines, of(execution, turn));
        }
        addUnpassed(lines, notOf(execution, exchanges.size()));
        return lines;
    }

    private void addTitle(List<String> lines, ExecutionView execution) {
        String vars = execution.vars().isEmpty() ? "" : " " + execution.vars();
        String mark = style.red(style.cross());
        for (String line : Wrapped.lines(execution.caseName() + vars, Terminal.WIDTH - INDENT)) {
            lines.add("  " + mark + " " + style.bold(line));
            mark = " ";
        }
    }

    private static Stream<AssertionResult> of(ExecutionView execution, int turn) {
        return execution.results().stream().filter(result -> Objects.equals(result.turn(), turn));
    }

    /** Those on the whole conversation, and those on turns that never were: the first of these says what broke it off. */
    private static Stream<AssertionResult> notOf(ExecutionView execution, int held) {
        return execution.results().stream().filter(result -> result.turn() == null || result.turn() >= held);
    }

    private void addUnpassed(List<String> lines, Stream<AssertionResult> results) {
        results.filter(result -> result.verdict() != Verdict.PASS)
                .forEach(result -> add(lines, style.cross() + " " + result.type(), result.reason(), style::red));
    }

    private static void add(List<String> lines, String label, String text, UnaryOperator<String> colour) {
        String shown = label;
        for (String line : Wrapped.lines(text, TEXT)) {
            String padded = shown + " ".repeat(Math.max(1, LABEL - shown.length()));
            lines.add(" ".repeat(INDENT) + colour.apply(padded) + line);
            shown = "";
        }
    }
}
