package io.parley.backing;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Erlang's name server (epmd) on a port of our own. RabbitMQ would start one in the background that outlives it; this
 * one is a child like every other server.
 */
final class NameServer {

    private static final int LIMIT_MILLIS = 10_000;
    private static final int POLL_MILLIS = 20;

    private final RabbitInstallation installation;
    private final int port;
    private @Nullable Process process;

    NameServer(RabbitInstallation installation, int port) {
        this.installation = installation;
        this.port = port;
    }

    void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        ProcessBuilder builder = installation
                .command(
                        installation.program("epmd").toString(),
                        "-port",
                        Integer.toString(port),
                        "-address",
                        "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.command(Spawner.bound(builder.command(), Spawner.End.TERM));
        Process started = Spawner.start(builder);
        process = started;
        waitUntilListening(started);
    }

    void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    private void waitUntilListening(Process started) throws IOException {
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        while (!Probe.listens(port)) {
            if (hasEnded(started) || System.nanoTime() > limit) {
                throw new IOException("Erlang's epmd does not listen on port " + port);
            }
        }
    }

    private static boolean hasEnded(Process started) throws IOException {
        try {
            return started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting epmd", e);
        }
    }
}
