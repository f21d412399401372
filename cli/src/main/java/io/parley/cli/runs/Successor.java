package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.report.ProgressBar;
import io.parley.cli.report.RunReport;
import io.parley.cli.terminal.Terminal;
import java.util.List;
import java.util.UUID;

/** A run that came of an earlier one: how it goes, what came out, and what is different. */
final class Successor {

    private Successor() {}

    static void show(ParleyApi api, Terminal terminal, RunView started, UUID earlier) {
        RunView run = ProgressBar.follow(api, terminal, started);
        terminal.line();
        new RunReport(terminal.style()).lines(run, List.of()).forEach(terminal::line);
        terminal.line("  Run " + run.id());
        terminal.line();
        terminal.line("  Beside run " + earlier);
        Compare.lines(api, terminal, run.id(), earlier).forEach(terminal::line);
    }
}
