package io.parley.cli.runs;

import io.parley.cli.api.ExecutionView;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.api.SuiteView;
import io.parley.cli.imports.Importing;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.report.ProgressBar;
import io.parley.cli.report.RunReport;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.up.PlatformException;
import io.parley.contracts.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code parley run FILE...}: imports suites, runs them one after the other and shows what came out. Ends with 0 if every
 * gate is passed, 1 if one is not, 2 if something could not be run, 3 if the user stopped it.
 */
@Command(
        name = "run",
        description =
                "Imports suites, runs them one after the other and shows what came out. Ends with 0 if every gate is"
                        + " passed, 1 if one is not, 2 if something could not be run, 3 if you stopped it.",
        mixinStandardHelpOptions = true)
public final class Run implements Callable<Integer> {

    private static final int GATE_PASSED = 0;
    private static final int GATE_FAILED = 1;

    /** Executions of each kind that are shown with what was said. */
    private static final int SHOWN = 20;

    /** How long a run may wait for its target. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Mixin
    private ExportOptions exports = new ExportOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A suite file or a file of another tool, a folder with files *.parley.yaml, or a glob in quotes.")
    private List<String> files = List.of();

    @Option(names = "--target", paramLabel = "NAME", description = "The target, instead of the one that a suite names.")
    private @Nullable String target;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description =
                    "The branch of the system under test, whose baseline the run is held against (default: main).")
    private @Nullable String branch;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "How often each case is held, instead of what the suite says.")
    private @Nullable Integer repeat;

    @Option(
            names = "--compare-with",
            paramLabel = "RUN",
            description = "Shows what changed since an earlier run of the suite.")
    private @Nullable UUID earlier;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        List<Path> paths = SuiteFiles.of(files);
        if (earlier != null && paths.size() > 1) {
            throw new PlatformException("--compare-with takes one suite, not " + paths.size() + ".");
        }
        try (ParleyApi api = operator.login();
                Interruption interruption = Interruption.watch(api, terminal)) {
            List<SuiteView> suites = paths.stream()
                    .flatMap(path -> Importing.of(api, path, null).stream())
                    .toList();
            List<GateReport> gates = new ArrayList<>();
            for (SuiteView suite : suites) {
                gates.add(run(api, terminal, interruption, suite));
            }
            exports.write(api, gates.stream().map(gate -> gate.run().id()).toList(), terminal);
            return gates.stream().allMatch(GateReport::passed) ? GATE_PASSED : GATE_FAILED;
        }
    }

    private GateReport run(ParleyApi api, Terminal terminal, Interruption interruption, SuiteView suite) {
        RunView started = interruption.start(() -> api.startRun(suite, target, branch, repeat));
        RunView ended = ProgressBar.follow(api, terminal, started, run -> requireTarget(api, run));
        interruption.ended();
        terminal.line();
        new RunReport(terminal.style()).lines(ended, unpassed(api, ended)).forEach(terminal::line);
        terminal.line();
        terminal.line("  Run " + ended.id());
        if (earlier != null) {
            terminal.line("  Beside run " + earlier);
            Compare.lines(api, terminal, ended.id(), earlier).forEach(terminal::line);
        }
        GateReport gate = new GateReport(ended, api.gate(ended.id()));
        gate.lines(terminal.style()).forEach(terminal::line);
        terminal.line();
        return gate;
    }

    /** A job should not wait for a target that nobody brings back. */
    private static void requireTarget(ParleyApi api, RunView run) {
        if (run.hasMissedTargetFor(PATIENCE, Instant.now())) {
            api.cancel(run.id());
            throw new PlatformException("Run " + run.id() + " is cancelled: for " + PATIENCE.toMinutes()
                    + " minutes its target " + run.targetName() + " could not be reached.");
        }
    }

    private static List<ExecutionView> unpassed(ParleyApi api, RunView run) {
        return Stream.of(Verdict.FAIL, Verdict.ERROR, Verdict.UNSURE)
                .flatMap(verdict -> api.executions(run.id(), verdict, SHOWN).stream())
                .toList();
    }
}
