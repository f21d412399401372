package io.parley.cli.runs;

import io.parley.cli.api.Change;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley compare RUN --with RUN}: what changed since an earlier run; it ends with 0 whatever that is. */
@Command(
        name = "compare",
        description = "Compares a run with an earlier one of the same suite, case by case.",
        mixinStandardHelpOptions = true)
public final class Compare implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "RUN", description = "Id of the later run.")
    private UUID run = new UUID(0, 0);

    @Option(names = "--with", required = true, paramLabel = "RUN", description = "Id of the earlier run.")
    private UUID earlier = new UUID(0, 0);

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            lines(api, terminal, run, earlier).forEach(terminal::line);
            return 0;
        }
    }

    static List<String> lines(ParleyApi api, Terminal terminal, UUID later, UUID earlier) {
        return new ComparisonReport(terminal.style())
                .lines(
                        api.compare(later, earlier),
                        api.changedCases(later, earlier, Change.NEWLY_FAILING, ComparisonReport.SHOWN),
                        api.changedCases(later, earlier, Change.FIXED, ComparisonReport.SHOWN));
    }
}
