package io.parley.bench.statistics;

import io.parley.bench.load.Timing;
import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long it takes to summarise and to compare large runs, over HTTP through the gateway. */
public final class StatisticsBench {

    private static final int WARM_UPS = 20;

    private final StatisticsOptions options;
    private final Loader loader;
    private final Api api;

    private StatisticsBench(StatisticsOptions options, Loader loader, Api api) {
        this.options = options;
        this.loader = loader;
        this.api = api;
    }

    /**
     * Starts a platform, loads runs into its database, measures, prints the report to {@code out} and stops it. Progress goes
     * to the error output, so that the report alone can be kept.
     */
    public static void run(Path root, StatisticsOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (PlatformProcess platform = PlatformProcess.start(root, data, 1);
                Loader loader = new Loader(platform.database());
                Api api = platform.login()) {
            StatisticsBench bench = new StatisticsBench(options, loader, api);
            List<Timed> timings = new ArrayList<>(bench.measure(RunSize.TEN_THOUSAND));
            timings.addAll(bench.measure(RunSize.A_HUNDRED_THOUSAND));
            out.print(report(timings));
        }
    }

    private List<Timed> measure(RunSize size) throws IOException, InterruptedException {
        System.err.println("loading two runs of " + size.executions() + " executions");
        String suite = api.importSuite(size.suite());
        String earlier = loader.run(suite);
        String run = loader.run(suite);
        api.put("/api/v1/suites/" + suite + "/baselines/main", "{\"runId\": \"" + earlier + "\"}");
        String of = "/api/v1/runs/" + run;
        return List.of(
                time("comparison", size, of + "/comparison?with=" + earlier),
                time(
                        "comparison, a page of cases",
                        size,
                        of + "/comparison/cases?change=NEWLY_FAILING&with=" + earlier),
                time("summary with gate", size, of + "/summary"),
                time("slices by tag", size, of + "/slices?by=tag"),
                time("slices by variable", size, of + "/slices?by=var:number"));
    }

    private Timed time(String request, RunSize size, String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            api.get(path);
        }
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < options.requests(); i++) {
            long since = System.nanoTime();
            api.get(path);
            took.add(Duration.ofNanos(System.nanoTime() - since));
        }
        return new Timed(request, size.executions(), Timing.of(took));
    }

    private static String report(List<Timed> timings) {
        StringBuilder report =
                new StringBuilder("| request | executions of a run | p50 ms | p95 ms |\n|---|---|---|---|\n");
        for (Timed timed : timings) {
            report.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.0f | %.0f |%n",
                    timed.request(),
                    timed.executions(),
                    timed.timing().millis(0.5),
                    timed.timing().millis(0.95)));
        }
        return report.toString();
    }

    /** How long requests of one kind took. */
    private record Timed(String request, int executions, Timing timing) {}
}
