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

/** {@code parley pause RUN}: sends nothing of a run any more until it is resumed. */
@Command(
        name = "pause",
        description = "Sends nothing of a run any more until it is resumed. What is out is held to its end and counts.",
        mixinStandardHelpOptions = true)
public final class Pause implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "RUN", description = "Id of a run that is under way.")
    private UUID run = new UUID(0, 0);

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever finds the run paused.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        try (ParleyApi api = operator.login()) {
            api.pause(run, reason);
            Terminal.ofProcess().line("  Run " + run + " is paused; parley resume " + run + " goes on with it");
            return 0;
        }
    }
}
