package io.parley.cli.report;

import io.parley.cli.api.ExecutionView;
import io.parley.cli.api.PassRate;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.terminal.Wrapped;
import io.parley.contracts.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run that has ended, for people: what came out, and for cases that did not pass what was said, expected and answered. */
public final class RunReport {

    private final Style style;

    public RunReport(Style style) {
        this.style = style;
    }

    /** Lines of at most {@value Terminal#WIDTH} columns. */
    public List<String> lines(RunView run, List<ExecutionView> unpassed) {
        List<String> lines = new ArrayList<>();
        Wrapped.lines(run.suiteName() + " on " + run.targetName(), Terminal.WIDTH - 2)
                .forEach(line -> lines.add("  " + style.bold(line)));
        lines.add("  " + Outcomes.of(run.counts(), style) + took(run));
        lines.add("  " + passRate(run.counts(), run.passRate()));
        UnpassedCase unpassedCase = new UnpassedCase(style);
        for (ExecutionView execution : unpassed) {
            lines.add("");
            lines.addAll(unpassedCase.lines(execution));
        }
        return lines;
    }

    private static String took(RunView run) {
        if (run.completedAt() == null) {
            return "";
        }
        Duration took = Duration.between(run.createdAt(), run.completedAt());
        return String.format(Locale.ROOT, " in %.1f s", took.toMillis() / 1000.0);
    }

    private static String passRate(Counts counts, @Nullable PassRate rate) {
        if (rate == null) {
            return "No pass rate: nothing has passed or failed.";
        }
        return String.format(
                Locale.ROOT,
                "Pass rate %s of %d, 95%% interval %s to %s",
                percent(rate.value()),
                counts.passed() + counts.failed(),
                percent(rate.low()),
                percent(rate.high()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
