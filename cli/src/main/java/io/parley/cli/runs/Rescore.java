package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
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
            Successor.show(api, terminal, api.rescore(earlier, revision), earlier);
            return 0;
        }
    }
}
