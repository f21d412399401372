package io.parley.bench.ingestion;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.processes.CpuTimes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Events a second from the request to the committed row, through the gateway, beside what one loader gets into the same
 * PostgreSQL; and how long a row takes when the path has seven tenths of what it can do.
 */
public final class IngestionBench {

    private static final double PART_OF_THE_LOAD = 0.7;
    private static final long POLL_MILLIS = 50;
    private static final Duration TO_STORE = Duration.ofMinutes(2);
    private static final int WARM_UPS = 3;

    private final PlatformProcess platform;
    private final Senders senders;
    private final Api api;
    private final Duration length;

    private IngestionBench(PlatformProcess platform, Senders senders, Api api, Duration length) {
        this.platform = platform;
        this.senders = senders;
        this.api = api;
        this.length = length;
    }

    /** Starts a platform, measures, prints the report to {@code out} and stops it; progress goes to the error output. */
    public static void run(Path root, IngestionOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        try (PlatformProcess platform = PlatformProcess.start(root, data, 1);
                Api api = platform.login();
                Senders senders = new Senders(platform.address(), api.token(), options.connections())) {
            Duration length = Duration.ofSeconds(options.seconds());
            IngestionBench bench = new IngestionBench(platform, senders, api, length);
            double direct = direct(platform, length);
            for (int i = 0; i < WARM_UPS; i++) {
                System.err.println(bench.measure(Double.POSITIVE_INFINITY));
            }
            Flow full = bench.measure(Double.POSITIVE_INFINITY);
            Flow part = bench.measure(PART_OF_THE_LOAD * full.eventsPerSecond());
            out.print(report(direct, full, part));
        }
    }

    private static double direct(PlatformProcess platform, Duration length) {
        try (Direct direct = new Direct(platform.database())) {
            var unused = direct.rowsPerSecond(length.dividedBy(4));
            return direct.rowsPerSecond(length);
        }
    }

    private Flow measure(double eventsPerSecond) throws IOException, InterruptedException {
        long before = api.userMessages();
        Lag lag = lag();
        CpuTimes cpu = platform.processes().cpu();
        long since = System.nanoTime();
        long accepted = senders.send(length, eventsPerSecond);
        Duration accepting = Duration.ofNanos(System.nanoTime() - since);
        awaitStored(before + accepted);
        return new Flow(
                accepted,
                accepting,
                Duration.ofNanos(System.nanoTime() - since),
                platform.processes().cpu().since(cpu),
                lag().since(lag));
    }

    private Lag lag() throws IOException, InterruptedException {
        return Lag.read(platform.address("telemetry-service"));
    }

    private void awaitStored(long events) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_STORE.toNanos();
        for (long stored = api.userMessages(); stored != events; stored = api.userMessages()) {
            if (stored > events || System.nanoTime() > deadline) {
                throw new IOException("expected " + events + " events, there are " + stored);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static String report(double direct, Flow full, Flow part) {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                """
                | | events/s | of the loader |
                |---|---|---|
                | one loader, 1,000 rows in a statement, two connections | %,.0f | |
                | from the request to the committed row | %,.0f | %.0f%% |

                With %.0f%% of that, half of the batches have their rows within %.0f ms of being accepted, 99%% within %.0f ms. CPU per event
                at full load:

                | process | µs per event |
                |---|---|
                """,
                direct,
                full.eventsPerSecond(),
                100 * full.eventsPerSecond() / direct,
                100 * PART_OF_THE_LOAD,
                part.lag().atMostMillis(0.5),
                part.lag().atMostMillis(0.99)));
        full.cpu().byProcess().entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                .filter(process -> full.micros(process.getValue()) >= 0.05)
                .forEach(process -> report.append(String.format(
                        Locale.ROOT, "| %s | %.1f |%n", process.getKey(), full.micros(process.getValue()))));
        return report.append(String.format(
                        Locale.ROOT,
                        "| together | %.1f |%n",
                        full.micros(full.cpu().of(name -> true))))
                .toString();
    }

    /**
     * What became of some events.
     *
     * @param accepting until the last answer
     * @param stored until the last row
     */
    private record Flow(long events, Duration accepting, Duration stored, CpuTimes cpu, Lag lag) {

        double eventsPerSecond() {
            return events / (stored.toNanos() / 1e9);
        }

        double micros(Duration time) {
            return time.toNanos() / 1e3 / events;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d events accepted in %d ms, stored in %d ms",
                    events,
                    accepting.toMillis(),
                    stored.toMillis());
        }
    }
}
