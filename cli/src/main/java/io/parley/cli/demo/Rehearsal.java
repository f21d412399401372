package io.parley.cli.demo;

import io.parley.cli.api.ApiException;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Steps;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.up.Platform;
import io.parley.contracts.Limits;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/**
 * {@code parley rehearse}: carries the sample suite out many times while every service records what it loads and what it
 * does most, so that later starts take half the time and the first runs after them are not slow. The script calls it once
 * after each build. Does nothing where Java cannot record.
 */
@Command(name = "rehearse", description = "Prepares quick starts, once per build.", hidden = true)
public final class Rehearsal implements Callable<Integer> {

    private static final int STOPPED = 3;
    private static final int RUNS = 60;
    private static final Limits UNHINDERED = new Limits(32, null);

    private final Steps steps = new Steps(Terminal.ofProcess(), InstantSource.system());

    @Override
    public Integer call() throws IOException {
        if (Platform.canRecord()) {
            try (Stage stage = Stage.openRecording(steps)) {
                return rehearse(stage);
            }
        }
        return 0;
    }

    private int rehearse(Stage stage) {
        try (ParleyApi api = stage.login()) {
            steps.step(RUNS + " runs of the sample suite", () -> perform(api, stage.assistant()));
            return 0;
        } catch (ApiException failure) {
            if (stage.stopping()) {
                return STOPPED;
            }
            throw failure;
        }
    }

    private static int perform(ParleyApi api, URI assistant) {
        UUID target = api.register(DemoRun.target(assistant, UNHINDERED));
        UUID suite = api.importSuite(SampleSuite.yaml()).id();
        List<RunView> runs = IntStream.range(0, RUNS)
                .mapToObj(number -> api.startRun(suite, target))
                .toList();
        runs.forEach(run -> api.follow(run.id(), news -> {}));
        return runs.size();
    }
}
