package io.parley.cli.demo;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.terminal.Steps;
import io.parley.cli.terminal.Terminal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code parley demo}: starts everything in a folder of its own, runs the sample suite against the demo assistant, and
 * stops everything again. Exit code 0 if exactly the deliberate faults were found, else 1.
 */
@Command(
        name = "demo",
        description = "Shows Parley at work: starts everything, tests a small assistant, tells what it found.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    private static final int AS_EXPECTED = 0;
    private static final int NOT_AS_EXPECTED = 1;
    private static final int STOPPED = 3;

    @Option(names = "--keep", description = "Leaves everything running until Ctrl-C or 'parley down'.")
    private boolean keep;

    private final Terminal terminal = Terminal.ofProcess();
    private final Steps steps = new Steps(terminal, InstantSource.system());

    @Override
    public Integer call() throws IOException, InterruptedException {
        terminal.line();
        try (Stage stage = Stage.open(steps)) {
            return perform(stage);
        }
    }

    private int perform(Stage stage) throws InterruptedException {
        try {
            boolean asExpected = run(stage);
            terminal.line();
            terminal.line("  " + terminal.style().bold(keep ? "Where everything is" : "Where everything was"));
            stage.whereabouts().lines().forEach(terminal::line);
            terminal.line();
            end(stage);
            return asExpected ? AS_EXPECTED : NOT_AS_EXPECTED;
        } catch (ApiException failure) {
            if (stage.stopping()) {
                return STOPPED;
            }
            throw failure;
        }
    }

    private boolean run(Stage stage) {
        try (ParleyApi api = steps.step("Logged in as " + stage.owner().email(), stage::login)) {
            return new DemoRun(api, terminal, steps).of(stage.assistant());
        }
    }

    private void end(Stage stage) throws InterruptedException {
        if (keep) {
            terminal.line("  All of it goes on. Stop it with Ctrl-C, or from elsewhere with");
            terminal.line("  ./parley down --data " + stage.data());
            terminal.line();
            new CountDownLatch(1).await();
        }
        stage.close();
        terminal.line();
        terminal.line("  To look around, use ./parley demo --keep; to stay, with data that is kept,");
        terminal.line("  ./parley up.");
        terminal.line();
    }
}
