package io.parley.cli.report;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Style;
import io.parley.cli.terminal.Terminal;
import io.parley.contracts.Counts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: on a terminal one line that is redrawn, elsewhere a line for every quarter that is done.
 */
public final class ProgressBar {

    private static final int COLUMNS = 30;
    private static final int QUARTERS = 4;

    private final Terminal terminal;
    private int lastQuarter = -1;
    private RunView.@Nullable Pause told;

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows a run until it ends, and gives it as it ended. */
    public static RunView follow(ParleyApi api, Terminal terminal, RunView started) {
        return follow(api, terminal, started, run -> {});
    }

    /**
     * As {@link #follow(ParleyApi, Terminal, RunView)}.
     *
     * @param watch is told how the run stands, at least twice a second; what it throws ends the waiting
     */
    public static RunView follow(ParleyApi api, Terminal terminal, RunView started, Consumer<RunView> watch) {
        ProgressBar bar = new ProgressBar(terminal);
        RunView ended = api.follow(started.id(), run -> {
            bar.show(run);
            watch.accept(run);
        });
        bar.done();
        return ended;
    }

    /** A run that stands still says why, once. */
    void show(RunView run) {
        RunView.Pause pause = run.pause();
        if (pause != null && !pause.equals(told)) {
            terminal.line();
            terminal.line("  Paused. " + (pause.reason() == null ? "" : pause.reason()));
        }
        told = pause;
        show(run.counts());
    }

    void show(Counts counts) {
        if (terminal.interactive()) {
            terminal.redraw(line(counts, terminal.style()));
            return;
        }
        int quarter = counts.total() == 0 ? 0 : counts.finished() * QUARTERS / counts.total();
        if (quarter > lastQuarter) {
            lastQuarter = quarter;
            terminal.line(line(counts, terminal.style()));
        }
    }

    /** Ends the line that was redrawn. */
    void done() {
        if (terminal.interactive()) {
            terminal.line();
        }
    }

    static String line(Counts counts, Style style) {
        int full = counts.total() == 0 ? 0 : COLUMNS * counts.finished() / counts.total();
        String bar =
                style.green(style.full().repeat(full)) + style.dim(style.empty().repeat(COLUMNS - full));
        String outcomes = Outcomes.of(counts, style);
        return "  " + bar + "  " + counts.finished() + "/" + counts.total()
                + (outcomes.isEmpty() ? "" : "  " + outcomes);
    }
}
