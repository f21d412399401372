package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parley retry RUN}: asks again what failed in a run, and shows what that changes. */
@Command(
        name = "retry",
        description =
                "Asks the target again what failed or could not be judged in a run. The verdicts are those of a new run;"
                        + " the old run stays as it is.",
        mixinStandardHelpOptions = true)
public final class Retry implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "RUN", description = "Id of a run that is over.")
    private UUID earlier = new UUID(0, 0);

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            Successor.show(api, terminal, api.retry(earlier), earlier);
            return 0;
        }
    }
}
