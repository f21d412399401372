package io.parley.bench.gateway;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.processes.Memory;
import io.parley.bench.processes.MemoryPeak;
import io.parley.bench.processes.Watched;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What the packaged gateway costs, before a service that costs next to nothing. */
public final class GatewayBench implements AutoCloseable {

    private static final String GATEWAY = "gateway";
    private static final double MEBIBYTE = 1024 * 1024;
    private static final Duration TO_SETTLE = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final GatewayOptions options;
    private final StubProcess stub;
    private final URI gateway;
    private final Watched watched;
    private final String token;

    private GatewayBench(GatewayOptions options, StubProcess stub, PlatformProcess platform, String token) {
        this.options = options;
        this.stub = stub;
        this.gateway = platform.address();
        this.watched = new Watched(Map.of(
                GATEWAY, Objects.requireNonNull(platform.processes().roots().get(GATEWAY))));
        this.token = token;
    }

    /** Starts a platform and a service, measures, prints the report to {@code out} and stops both. */
    public static void run(Path root, GatewayOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (StubProcess stub = StubProcess.start();
                PlatformProcess platform = PlatformProcess.start(root, data, 1, settings(stub));
                Api api = platform.login();
                GatewayBench bench = new GatewayBench(options, stub, platform, api.token())) {
            bench.measure(out);
        }
    }

    @Override
    public void close() throws IOException {
        Waiting.on(vertx.close(), Duration.ofSeconds(30));
    }

    /** Nobody is to be told to come again later, and two of the services are the stub. */
    private static Map<String, String> settings(StubProcess stub) {
        String services = "-Dparley.gateway.services.";
        return Map.of(
                "PARLEY_RATE_LIMIT_CALLER",
                "1000000",
                "PARLEY_JAVA_OPTS",
                services + "run.url=" + stub.url() + " " + services + "telemetry.url=" + stub.url());
    }

    private void measure(PrintStream out) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "| %d connections | requests/s | requests per CPU second of the proxy |%n",
                options.connections());
        out.println("|---|---|---|");
        measure("to the service itself", stub.url(), new Watched(Map.of()), out);
        measure("gateway: token, limit, circuit", gateway, watched, out);
        if (options.haproxy().isPresent()) {
            try (Haproxy haproxy = Haproxy.start(options.haproxy().get(), stub.url())) {
                measure(
                        "haproxy: nothing",
                        haproxy.url(),
                        new Watched(Map.of("haproxy", haproxy.process().pid())),
                        out);
            }
        }
        bodies(out);
        sockets(out);
    }

    private void measure(String name, URI address, Watched proxy, PrintStream out) throws IOException {
        Duration time = Duration.ofSeconds(options.seconds());
        Load load = new Load(vertx, address, token, options.connections());
        load.send(time);
        var before = proxy.cpu();
        long answered = load.send(time);
        double cpuSeconds = proxy.cpu().since(before).of(process -> true).toMillis() / 1e3;
        String perCpuSecond = cpuSeconds == 0 ? "" : String.format(Locale.ROOT, "%.0f", answered / cpuSeconds);
        out.printf(Locale.ROOT, "| %s | %d | %s |%n", name, answered / time.toSeconds(), perCpuSecond);
    }

    private void bodies(PrintStream out) throws IOException {
        Transfer transfer = new Transfer(vertx, gateway, token);
        long bytes = (long) (options.mebibytes() * MEBIBYTE);
        out.printf(
                "%n| a body of %d MiB | MiB/s | resident MiB of the gateway before | at the peak |%n",
                options.mebibytes());
        out.println("|---|---|---|---|");
        body("to the service", () -> transfer.up(bytes), bytes, out);
        body("to the client", () -> transfer.down(bytes), bytes, out);
    }

    /** Sends a body; gives how many bytes came. */
    private interface Way {
        long send() throws IOException;
    }

    private void body(String direction, Way way, long bytes, PrintStream out) throws IOException {
        double before = resident();
        long since = System.nanoTime();
        try (MemoryPeak peak = MemoryPeak.watch(watched)) {
            long passed = way.send();
            double seconds = (System.nanoTime() - since) / 1e9;
            if (passed != bytes) {
                throw new IOException(passed + " of " + bytes + " bytes came through");
            }
            double most = peak.peak().getOrDefault(GATEWAY, Memory.NONE).resident() / MEBIBYTE;
            out.printf(
                    Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", direction, bytes / MEBIBYTE / seconds, before, most);
        }
    }

    private void sockets(PrintStream out) throws IOException, InterruptedException {
        double before = resident();
        try (Sockets sockets = Sockets.open(vertx, gateway, token, options.sockets())) {
            TimeUnit.MILLISECONDS.sleep(TO_SETTLE.toMillis());
            double with = resident();
            sockets.requireAlive();
            out.println("\n| idle WebSockets | resident MiB of the gateway before | with them | KiB for each |");
            out.println("|---|---|---|---|");
            out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.1f |%n",
                    sockets.number(),
                    before,
                    with,
                    (with - before) * 1024 / sockets.number());
        }
    }

    private double resident() {
        return watched.memory().getOrDefault(GATEWAY, Memory.NONE).resident() / MEBIBYTE;
    }
}
