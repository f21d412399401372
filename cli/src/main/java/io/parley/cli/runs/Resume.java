package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parley resume RUN}: goes on with a run that is paused. */
@Command(
        name = "resume",
        description = "Goes on with a run that is paused, by whomever.",
        mixinStandardHelpOptions = true)
public final class Resume implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "RUN", description = "Id of a run that is under way.")
    private UUID run = new UUID(0, 0);

    @Override
    public Integer call() {
        try (ParleyApi api = operator.login()) {
            api.resume(run);
            Terminal.ofProcess().line("  Run " + run + " goes on");
            return 0;
        }
    }
}
