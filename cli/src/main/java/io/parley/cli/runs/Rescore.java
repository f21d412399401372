package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.report.ProgressBar;
import io.parley.cli.report.RunReport;
import io.parley.cli.terminal.Terminal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley rescore RUN}: judges the conversations of a run again, and shows what that changes. */
@Command(
        name = "rescore",
        description = "Judges the conversations of a run again, by the latest revision of its suite or another one,"
                + " without asking the target. The verdicts are those of a new run; the old run stays as it is.",
        mixinStandardHelpOptions = true)
public final class Rescore implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "RUN", description = "Id of a run that is over.")
    private UUID earlier = new UUID(0, 0);

    @Option(names = "--revision", paramLabel = "N", description = "Revision of the suite (default: the latest).")
    private @Nullable Integer revision;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            RunView run = ProgressBar.follow(api, terminal, api.rescore(earlier, revision));
            terminal.line();
            new RunReport(terminal.style()).lines(run, List.of()).forEach(terminal::line);
            terminal.line("  Run " + run.id());
            terminal.line();
            terminal.line("  Beside run " + earlier);
            Compare.lines(api, terminal, run.id(), earlier).forEach(terminal::line);
            return 0;
        }
    }
}
