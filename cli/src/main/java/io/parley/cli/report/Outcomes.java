package io.parley.cli.report;

import io.parley.cli.terminal.Style;
import io.parley.contracts.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Counts in words, such as {@code 25 passed · 2 failed}: what there is none of is left out. */
public final class Outcomes {

    private Outcomes() {}

    public static String of(Counts counts, Style style) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.passed(), "passed", style::green);
        add(parts, counts.failed(), "failed", style::red);
        add(parts, counts.errored(), "errors", style::red);
        add(parts, counts.unsure(), "unsure", style::yellow);
        add(parts, counts.cancelled(), "cancelled", style::yellow);
        return String.join(style.separator(), parts);
    }

    private static void add(List<String> parts, int count, String word, UnaryOperator<String> colour) {
        if (count > 0) {
            parts.add(colour.apply(count + " " + word));
        }
    }
}
