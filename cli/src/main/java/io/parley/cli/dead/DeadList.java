package io.parley.cli.dead;

import io.parley.cli.api.DeadLetterQueue;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley dead list}: every queue that has dead letters, with the oldest of them. */
@Command(
        name = "list",
        description = "Shows the dead letters of every queue; they stay where they are.",
        mixinStandardHelpOptions = true)
final class DeadList implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            List<DeadLetterQueue> filled = api.deadLetterQueues().stream()
                    .filter(queue -> queue.messages() > 0)
                    .toList();
            if (filled.isEmpty()) {
                terminal.line("No dead letters.");
            }
            DeadLetterReport report = new DeadLetterReport(terminal.style());
            filled.forEach(
                    queue -> report.lines(queue, api.deadLetters(queue.queue())).forEach(terminal::line));
            return 0;
        }
    }
}
