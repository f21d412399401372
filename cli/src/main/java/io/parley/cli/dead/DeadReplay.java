package io.parley.cli.dead;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parley dead replay QUEUE}: lets the queue's consumer try again. */
@Command(
        name = "replay",
        description = "Sends the dead letters of a queue to that queue again.",
        mixinStandardHelpOptions = true)
final class DeadReplay implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(paramLabel = "QUEUE", description = "Its name, as 'parley dead list' shows it.")
    private String queue = "";

    @Override
    public Integer call() {
        try (ParleyApi api = operator.login()) {
            int replayed = api.replay(queue);
            System.out.println(
                    "Sent " + replayed + (replayed == 1 ? " message" : " messages") + " to " + queue + " again.");
            return 0;
        }
    }
}
