package io.parley.cli.targets;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.api.TriedExecution;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parley target try NAME MESSAGE}: says one thing to a target, and shows the request, the answer and what it took. */
@Command(
        name = "try",
        description =
                "Says one thing to a target and shows the request, the answer and what it took. Ends with 1 when there"
                        + " was no answer.",
        mixinStandardHelpOptions = true)
final class TargetTry implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the target.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "MESSAGE", description = "What to say.")
    private String message = "";

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            RunView run = api.follow(api.tryTarget(name, message).id(), news -> {});
            TriedExecution tried = api.tried(run.id());
            new TryReport(terminal.style()).lines(tried).forEach(terminal::line);
            return tried.answered() ? 0 : 1;
        }
    }
}
