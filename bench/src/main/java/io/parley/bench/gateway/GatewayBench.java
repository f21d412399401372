package io.parley.bench.gateway;

import io.parley.bench.load.Load;
import io.parley.bench.load.Timing;
import io.parley.bench.load.Waiting;
import io.parley.bench.processes.MemoryPeak;
import io.parley.bench.processes.Watched;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What the packaged gateway costs, before a service that costs next to nothing, and what other proxies do there. */
public final class GatewayBench implements AutoCloseable {

    /** An optimising compiler needs so many times what is measured, on a machine that it shares with the load. */
    private static final int WARM_UPS = 3;

    private final Vertx vertx = Vertx.vertx();
    private final GatewayOptions options;
    private final Fronted fronted;
    private final Duration time;

    private GatewayBench(GatewayOptions options, Fronted fronted) {
        this.options = options;
        this.fronted = fronted;
        this.time = Duration.ofSeconds(options.seconds());
    }

    /** Starts a platform and a service, measures, prints the report to {@code out} and stops both. */
    public static void run(Path root, GatewayOptions options, PrintStream out)
            throws IOException, InterruptedException {
        try (Fronted fronted = Fronted.start(root);
                GatewayBench bench = new GatewayBench(options, fronted)) {
            bench.requests(root, out);
            bench.bodies(out);
        }
    }

    @Override
    public void close() throws IOException {
        Waiting.on(vertx.close(), Duration.ofSeconds(30));
    }

    private void requests(Path root, PrintStream out) throws IOException, InterruptedException {
        out.printf(
                "| %d connections | requests/s | per CPU second of the proxy | p99 ms at half of that | without it |%n",
                options.connections());
        out.println("|---|---|---|---|---|");
        proxy("Parley's gateway: token, limit, circuit", fronted.gateway(), fronted.process(), out);
        if (options.haproxy().isPresent()) {
            String key = PublishedKey.pem(
                    fronted.api().get("/.well-known/jwks.json"), fronted.api().token());
            try (OtherProxy haproxy =
                    OtherProxy.haproxy(options.haproxy().get(), fronted.stub().url(), key)) {
                other("haproxy: token", haproxy, out);
            }
        }
        if (options.spring()) {
            try (OtherProxy spring = OtherProxy.spring(
                    root,
                    fronted.stub().url(),
                    fronted.gateway().resolve("/.well-known/jwks.json"),
                    fronted.platform().redis())) {
                other("Spring Cloud Gateway: token, limit", spring, out);
            }
        }
    }

    private void other(String name, OtherProxy proxy, PrintStream out) throws IOException {
        proxy(name, proxy.url(), new Watched(Map.of(name, proxy.process().pid())), out);
    }

    private void proxy(String name, URI address, Watched process, PrintStream out) throws IOException {
        Load through = load(address);
        var unused = through.send(time.multipliedBy(WARM_UPS));
        var before = process.cpu();
        int answered = through.send(time).requests();
        double cpuSeconds = process.cpu().since(before).of(any -> true).toMillis() / 1e3;
        double perSecond = (double) answered / time.toSeconds();
        Timing at = through.send(time, perSecond / 2);
        Timing without = load(fronted.stub().url()).send(time, perSecond / 2);
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %.2f |%n",
                name,
                perSecond,
                answered / cpuSeconds,
                at.millis(0.99),
                without.millis(0.99));
    }

    private Load load(URI address) {
        return Requests.load(vertx, address, fronted.api().token(), options.connections());
    }

    private void bodies(PrintStream out) throws IOException {
        Transfer transfer = new Transfer(vertx, fronted.gateway(), fronted.api().token());
        long bytes = (long) (options.mebibytes() * Fronted.MEBIBYTE);
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
        double before = fronted.resident();
        long since = System.nanoTime();
        try (MemoryPeak peak = MemoryPeak.watch(fronted.process())) {
            long passed = way.send();
            double seconds = (System.nanoTime() - since) / 1e9;
            if (passed != bytes) {
                throw new IOException(passed + " of " + bytes + " bytes came through");
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    direction,
                    bytes / Fronted.MEBIBYTE / seconds,
                    before,
                    Fronted.mebibytes(peak.peak()));
        }
    }
}
