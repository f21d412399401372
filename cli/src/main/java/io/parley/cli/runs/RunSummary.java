package io.parley.cli.runs;

import io.parley.cli.runs.SuiteResult.LeftOut;
import io.parley.cli.runs.SuiteResult.Ran;
import io.parley.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What became of all suites of one command, which are one or more. */
record RunSummary(List<SuiteResult> results) {

    /** Whether none of them has a case that was asked for. */
    boolean isEmpty() {
        return results.stream().allMatch(LeftOut.class::isInstance);
    }

    /** The worst of all. */
    int exitCode() {
        return results.stream().mapToInt(SuiteResult::exitCode).max().orElseThrow();
    }

    /** The runs that went to their end. */
    List<UUID> runs() {
        return results.stream()
                .flatMap(result ->
                        result instanceof Ran ran ? Stream.of(ran.gate().run().id()) : Stream.empty())
                .toList();
    }

    /** A line for each suite; of a single one everything was said. */
    List<String> lines(Style style) {
        if (results.size() == 1) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("  " + style.bold(results.size() + " suites"));
        results.forEach(result -> lines.add(result.line(style)));
        lines.add("");
        return lines;
    }
}
