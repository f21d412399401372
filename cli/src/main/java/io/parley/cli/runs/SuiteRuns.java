package io.parley.cli.runs;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ExecutionView;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunSettings;
import io.parley.cli.api.RunView;
import io.parley.cli.api.SuiteView;
import io.parley.cli.report.ProgressBar;
import io.parley.cli.report.RunReport;
import io.parley.cli.runs.SuiteResult.Failed;
import io.parley.cli.runs.SuiteResult.LeftOut;
import io.parley.cli.runs.SuiteResult.Ran;
import io.parley.cli.terminal.Terminal;
import io.parley.contracts.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs suites, one at a time, and shows of each how far it is and what came out. What keeps one from being run is told, and
 * keeps no other.
 */
final class SuiteRuns {

    /** Executions of each kind that are shown with what was said. */
    private static final int SHOWN = 20;

    private static final String NOTHING_CHOSEN = "nothing-chosen";

    private final ParleyApi api;
    private final Terminal terminal;
    private final PrintWriter complaints;
    private final Interruption interruption;
    private final RunSettings settings;
    private final @Nullable UUID earlier;
    private final TargetPatience patience;

    /**
     * Of one command.
     *
     * @param complaints where it is told why a suite could not be run
     * @param earlier a run beside which to show what came out; null for none
     */
    SuiteRuns(
            ParleyApi api,
            Terminal terminal,
            PrintWriter complaints,
            Interruption interruption,
            RunSettings settings,
            @Nullable UUID earlier) {
        this.api = api;
        this.terminal = terminal;
        this.complaints = complaints;
        this.interruption = interruption;
        this.settings = settings;
        this.earlier = earlier;
        this.patience = new TargetPatience(api, Clock.systemUTC());
    }

    /** Fails only if the platform does. */
    SuiteResult run(SuiteView suite) {
        try {
            return new Ran(reported(ended(suite)));
        } catch (ApiException failure) {
            return withoutRun(suite, failure);
        } catch (TargetAway away) {
            return failed(suite, away);
        }
    }

    private RunView ended(SuiteView suite) {
        RunView started = interruption.start(() -> api.startRun(suite, settings));
        try {
            return ProgressBar.follow(api, terminal, started, patience::require);
        } finally {
            interruption.ended();
        }
    }

    private SuiteResult withoutRun(SuiteView suite, ApiException failure) {
        if (failure.isAbout(NOTHING_CHOSEN)) {
            return new LeftOut(suite.name());
        }
        if (failure.isRefusal()) {
            return failed(suite, failure);
        }
        throw failure;
    }

    private SuiteResult failed(SuiteView suite, RuntimeException failure) {
        complaints.println("parley: " + suite.name() + ": " + failure.getMessage());
        return new Failed(suite.name());
    }

    private GateReport reported(RunView run) {
        terminal.line();
        new RunReport(terminal.style()).lines(run, unpassed(run)).forEach(terminal::line);
        terminal.line();
        terminal.line("  Run " + run.id());
        if (earlier != null) {
            terminal.line("  Beside run " + earlier);
            Compare.lines(api, terminal, run.id(), earlier).forEach(terminal::line);
        }
        GateReport gate = new GateReport(run, api.gate(run.id()));
        gate.lines(terminal.style()).forEach(terminal::line);
        terminal.line();
        return gate;
    }

    private List<ExecutionView> unpassed(RunView run) {
        return Stream.of(Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE)
                .flatMap(verdict -> api.executions(run.id(), verdict, SHOWN).stream())
                .toList();
    }
}
