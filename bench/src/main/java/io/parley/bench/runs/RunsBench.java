package io.parley.bench.runs;

import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.processes.CpuTimes;
import io.parley.bench.processes.MemoryPeak;
import io.parley.bench.target.MockTargetProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How fast and at what cost the packaged platform carries out runs. */
public final class RunsBench {

    static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration TO_SETTLE = Duration.ofSeconds(5);

    /** So many that the optimising compilers of all services, on two cores beside the load, have come to an end. */
    private static final int WARM_UPS = 6;

    private final RunsOptions options;
    private final PlatformProcess platform;
    private final Runner runner;

    private RunsBench(RunsOptions options, PlatformProcess platform, MockTargetProcess target) {
        this.options = options;
        this.platform = platform;
        this.runner = new Runner(platform, target);
    }

    /**
     * Starts a platform and a target, measures, prints the report to {@code out} and stops both. Progress goes to the error
     * output, so that the report alone can be kept.
     */
    public static void run(Path root, RunsOptions options, PrintStream out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (MockTargetProcess target = MockTargetProcess.start();
                PlatformProcess platform = PlatformProcess.start(root, data, options.workers())) {
            out.print(new RunsBench(options, platform, target).measure().markdown());
        }
    }

    private Report measure() throws IOException, InterruptedException {
        try (MemoryPeak memory = MemoryPeak.watch(platform.processes())) {
            Measurement first = warmUp();
            List<Measurement> medians = new ArrayList<>();
            for (Scenario scenario : Scenario.all(options.sizes())) {
                medians.add(median(scenario));
            }
            return new Report(options, first, medians, memory.peak(), idle());
        }
    }

    private Measurement warmUp() throws IOException, InterruptedException {
        int largest = options.sizes().getLast();
        Measurement first = measure(Scenario.unhindered(largest));
        for (int i = 1; i < WARM_UPS; i++) {
            measure(Scenario.unhindered(largest));
        }
        for (Scenario scenario : Scenario.all(List.of(largest))) {
            measure(scenario);
        }
        return first;
    }

    private Measurement median(Scenario scenario) throws IOException, InterruptedException {
        List<Measurement> all = new ArrayList<>();
        for (int i = 0; i < options.repeat(); i++) {
            all.add(measure(scenario));
        }
        all.sort(Comparator.comparing(Measurement::wall));
        return all.get(all.size() / 2);
    }

    private Measurement measure(Scenario scenario) throws IOException, InterruptedException {
        Measurement measurement = runner.measure(scenario);
        System.err.printf(
                "%s: %.0f cases/s, %.2f ms CPU per case%n",
                scenario, measurement.casesPerSecond(), measurement.millisPerCase(Parts::isPlatform));
        return measurement;
    }

    private CpuTimes idle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(TO_SETTLE.toMillis());
        CpuTimes before = platform.processes().cpu();
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        return platform.processes().cpu().since(before);
    }
}
