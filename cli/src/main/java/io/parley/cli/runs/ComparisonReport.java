package io.parley.cli.runs;

import io.parley.cli.api.ComparedCase;
import io.parley.cli.api.Comparison;
import io.parley.cli.api.Comparison.Changes;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A run beside an earlier one, for people: how many cases changed how, whether by chance, and which. */
final class ComparisonReport {

    /** Cases of each kind that are listed; the rest is counted. */
    static final int SHOWN = 20;

    private static final int INDENT = 4;

    private final Style style;

    ComparisonReport(Style style) {
        this.style = style;
    }

    /**
     * Lines of at most {@value Terminal#WIDTH} columns.
     *
     * @param newlyFailing the first of them
     * @param fixed the first of them
     */
    List<String> lines(Comparison comparison, List<ComparedCase> newlyFailing, List<ComparedCase> fixed) {
        Changes counts = comparison.counts();
        List<String> lines = new ArrayList<>();
        lines.add("  " + counts(counts));
        Wrapped.lines(comparison.sentence(), Terminal.WIDTH - 2).forEach(line -> lines.add("  " + style.bold(line)));
        addCases(lines, "Newly failing", style.cross(), style::red, newlyFailing, counts.newlyFailing());
        addCases(lines, "Fixed", style.tick(), style::green, fixed, counts.fixed());
        return lines;
    }

    private String counts(Changes counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.newlyFailing(), "newly failing", style::red);
        add(parts, counts.fixed(), "fixed", style::green);
        add(parts, counts.stillFailing(), "still failing", style::red);
        add(parts, counts.stillPassing(), "still passing", style::green);
        add(parts, counts.added(), "new", style::yellow);
        add(parts, counts.gone(), "gone", style::yellow);
        add(parts, counts.undecided(), "undecided", style::yellow);
        return String.join(style.separator(), parts);
    }

    private static void add(List<String> parts, int count, String word, UnaryOperator<String> colour) {
        if (count > 0) {
            parts.add(colour.apply(count + " " + word));
        }
    }

    private void addCases(
            List<String> lines,
            String title,
            String mark,
            UnaryOperator<String> colour,
            List<ComparedCase> cases,
            int all) {
        if (cases.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + style.bold(title));
        for (ComparedCase compared : cases) {
            addCase(lines, colour.apply(mark), compared);
        }
        if (all > cases.size()) {
            lines.add("    " + style.dim("and " + (all - cases.size()) + " more"));
        }
    }

    private static void addCase(List<String> lines, String mark, ComparedCase compared) {
        String vars = compared.vars().isEmpty() ? "" : " " + compared.vars();
        String shown = mark;
        for (String line : Wrapped.lines(compared.caseName() + vars, Terminal.WIDTH - INDENT)) {
            lines.add("  " + shown + " " + line);
            shown = " ";
        }
    }
}
