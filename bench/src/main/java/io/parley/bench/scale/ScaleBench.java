package io.parley.bench.scale;

import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.runs.Measurement;
import io.parley.bench.runs.Runner;
import io.parley.bench.runs.Scenario;
import io.parley.bench.target.MockTargetProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What more workers bring against a slow target, and how a run of 100,000 executions goes from its first to its last. */
public final class ScaleBench {

    private static final List<Integer> WORKERS = List.of(1, 2, 4);

    /** Conversations that one worker holds at once. */
    private static final int PER_WORKER = 64;

    private static final Duration DELAY = Duration.ofMillis(200);

    /** How long a measured run takes at the least. */
    private static final Duration LENGTH = Duration.ofSeconds(15);

    /** Runs before the one that counts. */
    private static final int WARM_UPS = 3;

    /** So many workers take on the large run. */
    private static final int WORKERS_OF_THE_LARGE_RUN = 2;

    private ScaleBench() {}

    /** Starts platforms, one after another, and prints the report to {@code out}; progress goes to the error output. */
    public static void run(Path root, PrintStream out) throws IOException, InterruptedException {
        List<Measurement> measured = new ArrayList<>();
        for (int workers : WORKERS) {
            measured.add(withWorkers(root, workers));
            System.err.printf(
                    "%d workers: %.0f cases/s%n", workers, measured.getLast().casesPerSecond());
        }
        out.println(workers(measured));
        out.println(largeRun(root).markdown());
    }

    private static Measurement withWorkers(Path root, int workers) throws IOException, InterruptedException {
        int slots = workers * PER_WORKER;
        long cases = slots * LENGTH.toMillis() / DELAY.toMillis();
        Scenario scenario = new Scenario(DELAY, slots, Math.toIntExact(cases));
        try (MockTargetProcess target = MockTargetProcess.start();
                PlatformProcess platform = PlatformProcess.start(root, newFolder(), workers, settings())) {
            Runner runner = new Runner(platform, target);
            for (int i = 0; i < WARM_UPS; i++) {
                var unused = runner.measure(scenario);
            }
            return runner.measure(scenario);
        }
    }

    private static LargeRun largeRun(Path root) throws IOException, InterruptedException {
        try (MockTargetProcess target = MockTargetProcess.start();
                PlatformProcess platform =
                        PlatformProcess.start(root, newFolder(), WORKERS_OF_THE_LARGE_RUN, Map.of())) {
            return LargeRun.carryOut(platform, target);
        }
    }

    private static Map<String, String> settings() {
        return Map.of("PARLEY_WORKER_CONCURRENCY", Integer.toString(PER_WORKER));
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory("parley-bench-");
    }

    private static String workers(List<Measurement> measured) {
        StringBuilder table = new StringBuilder("""
                | workers | conversations at once | cases | cases/s | of the ideal | times one worker |
                |---|---|---|---|---|---|
                """);
        double one = measured.getFirst().casesPerSecond();
        for (int i = 0; i < measured.size(); i++) {
            Measurement measurement = measured.get(i);
            Scenario scenario = measurement.scenario();
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %.0f | %.0f%% | %.2f |%n",
                    WORKERS.get(i),
                    scenario.concurrency(),
                    scenario.cases(),
                    measurement.casesPerSecond(),
                    100 * measurement.casesPerSecond() / scenario.ideal(),
                    measurement.casesPerSecond() / one));
        }
        return table.toString();
    }
}
