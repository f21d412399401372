package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.SuiteView;
import io.parley.cli.imports.Importing;
import io.parley.cli.local.LocalProcess;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.up.PlatformException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Mixin
    private StartOptions start = new StartOptions();

    @Mixin
    private ExportOptions exports = new ExportOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A suite file or a file of another tool, a folder with files *.parley.yaml, or a glob in quotes.")
    private List<String> files = List.of();

    @Option(
            names = "--compare-with",
            paramLabel = "RUN",
            description = "Shows what changed since an earlier run of the suite.")
    private @Nullable UUID earlier;

    @Option(
            names = "--local",
            description = "Carries the suites out here, in one process and without a platform; nothing is kept. Their"
                    + " targets are those that they define themselves.")
    private boolean local;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Path> paths = SuiteFiles.of(files);
        return local ? callLocally(paths) : call(operator.login(), paths);
    }

    private Integer callLocally(List<Path> paths) {
        if (earlier != null) {
            throw new PlatformException("--compare-with takes a run of a platform, and --local asks none.");
        }
        try (LocalProcess process = LocalProcess.start()) {
            return call(process.api(), paths);
        }
    }

    private Integer call(ParleyApi platform, List<Path> paths) {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = platform;
                Interruption interruption = Interruption.watch(api, terminal)) {
            List<SuiteView> suites = paths.stream()
                    .flatMap(path -> Importing.of(api, path, null).stream())
                    .toList();
            requireRoom(suites.size());
            PrintWriter complaints = spec.commandLine().getErr();
            SuiteRuns runs = new SuiteRuns(api, terminal, complaints, interruption, start.settings(), earlier);
            RunSummary summary = new RunSummary(suites.stream().map(runs::run).toList());
            if (summary.isEmpty()) {
                throw new PlatformException("--filter and --tags choose no case. They are for the names and the tags of"
                        + " the suites' cases; without them all cases are held.");
            }
            summary.lines(terminal.style()).forEach(terminal::line);
            exports.write(api, summary.runs(), terminal);
            return summary.exitCode();
        }
    }

    private void requireRoom(int suites) {
        if (earlier != null && suites > 1) {
            throw new PlatformException("--compare-with takes one suite, not " + suites + ".");
        }
        exports.requireRoom(suites);
    }
}
