package io.parley.cli.demo;

import io.parley.backing.Folders;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.RunView;
import io.parley.cli.terminal.Steps;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.up.Checkout;
import io.parley.cli.up.Platform;
import io.parley.cli.up.PlatformOptions;
import io.parley.contracts.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

    private static final int RUNS = 60;
    private static final Limits UNHINDERED = new Limits(32, null);

    private final Steps steps = new Steps(Terminal.ofProcess(), InstantSource.system());

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("parley-rehearsal-");
        try {
            Optional<Platform> started = steps.step(
                    "Everything started",
                    () -> Platform.startRecording(PlatformOptions.in(Checkout.root(), data), steps::note));
            if (started.isPresent()) {
                rehearse(started.get());
            }
        } finally {
            Folders.delete(data);
        }
        return 0;
    }

    private void rehearse(Platform platform) throws IOException {
        try (DemoAssistant assistant = DemoAssistant.start();
                ParleyApi api = ParleyApi.login(
                        platform.address(),
                        platform.owner().email(),
                        platform.owner().password())) {
            steps.step(RUNS + " runs of the sample suite", () -> perform(api, assistant));
        } finally {
            steps.step("What they did recorded", () -> close(platform));
        }
    }

    private static int perform(ParleyApi api, DemoAssistant assistant) {
        UUID target = api.register(DemoRun.target(assistant.address(), UNHINDERED));
        UUID suite = api.importSuite(SampleSuite.yaml()).id();
        List<RunView> runs = IntStream.range(0, RUNS)
                .mapToObj(number -> api.startRun(suite, target))
                .toList();
        runs.forEach(run -> api.follow(run.id(), news -> {}));
        return runs.size();
    }

    private static Platform close(Platform platform) {
        platform.close();
        return platform;
    }
}
