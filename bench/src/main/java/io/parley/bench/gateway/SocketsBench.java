package io.parley.bench.gateway;

import io.parley.bench.load.Waiting;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What WebSockets on which nobody says anything cost the packaged gateway in memory. */
public final class SocketsBench {

    private static final int WANTED = 10_000;
    private static final Duration TO_SETTLE = Duration.ofSeconds(5);

    private SocketsBench() {}

    /**
     * Starts a platform and a service, opens WebSockets through its gateway, prints the report to {@code out} and stops both.
     *
     * @param number of WebSockets; each takes two of the files that the gateway may have open
     */
    public static void run(Path root, int number, PrintStream out) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try (Fronted fronted = Fronted.start(root)) {
            double before = fronted.resident();
            try (Sockets sockets =
                    Sockets.open(vertx, fronted.gateway(), fronted.api().token(), number)) {
                TimeUnit.MILLISECONDS.sleep(TO_SETTLE.toMillis());
                double with = fronted.resident();
                sockets.requireAlive();
                report(sockets.number(), before, with, out);
            }
        } finally {
            Waiting.on(vertx.close(), Duration.ofSeconds(30));
        }
    }

    private static void report(int number, double before, double with, PrintStream out) {
        double each = (with - before) / number;
        out.printf(Locale.ROOT, """
                | idle WebSockets | resident MiB of the gateway before | with them | KiB for each | MiB with %,d |
                |---|---|---|---|---|
                | %,d | %.0f | %.0f | %.1f | %.0f |
                """, WANTED, number, before, with, each * 1024, before + each * WANTED);
    }
}
