package io.parley.bench.queries;

import io.parley.bench.load.Timing;
import io.parley.bench.options.Numbers;
import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.queries.EventLoader.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** How long it takes to look at events when there are very many, over HTTP through the gateway. */
public final class QueriesBench {

    private static final int WARM_UPS = 20;
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;
    private static final String EVENTS = "/api/v1/telemetry/events?";

    private final Api api;
    private final PrintStream out;

    private QueriesBench(Api api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /**
     * Starts a platform, loads events into its database, measures, prints the report to {@code out}, stops it and deletes its
     * data.
     *
     * @param options {@code --rows} and {@code --requests} of each kind
     */
    public static void run(Path root, Numbers options, PrintStream out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (PlatformProcess platform = PlatformProcess.start(root, data, 1);
                EventLoader loader = new EventLoader(platform.database())) {
            UUID workspace = workspace(platform);
            load(loader, workspace, options.of("--rows"), out);
            List<Sample> samples = loader.sample(workspace, WARM_UPS + options.of("--requests"));
            try (Api api = platform.login()) {
                new QueriesBench(api, out).ask(samples);
            }
        } finally {
            delete(data);
        }
    }

    private static UUID workspace(PlatformProcess platform) throws IOException, InterruptedException {
        try (Api api = platform.login()) {
            return UUID.fromString(
                    api.get("/api/v1/workspaces").get("items").get(0).get("id").textValue());
        }
    }

    private static void load(EventLoader loader, UUID workspace, int rows, PrintStream out) throws IOException {
        long since = System.nanoTime();
        loader.load(workspace, rows);
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        EventLoader.Size size = loader.size();
        out.printf(
                Locale.ROOT,
                "%,d events of %d days, loaded in %d s, take %.1f GiB, %.1f GiB of it rows.%n%n",
                rows,
                EventLoader.DAYS,
                took.toSeconds(),
                size.bytes() / GIBIBYTE,
                size.rows() / GIBIBYTE);
    }

    private void ask(List<Sample> samples) throws IOException, InterruptedException {
        out.println("| question | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|");
        for (Question question : Question.values()) {
            Timing timing = time(samples, question);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    question,
                    timing.millis(0.5),
                    timing.millis(0.95),
                    timing.millis(0.99));
        }
    }

    private Timing time(List<Sample> samples, Question question) throws IOException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        for (Sample sample : samples) {
            long since = System.nanoTime();
            api.get(EVENTS + question.about(sample));
            took.add(Duration.ofNanos(System.nanoTime() - since));
        }
        return Timing.of(took.subList(WARM_UPS, took.size()));
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            all.sorted(Comparator.reverseOrder()).forEach(QueriesBench::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
