package io.parley.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * haproxy before the same service, with as many threads as there are cores: what a proxy in C costs that checks nothing.
 *
 * @param url where it takes requests
 */
record Haproxy(Process process, URI url) implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(10);

    /** Starts an executable. */
    static Haproxy start(Path executable, URI service) throws IOException, InterruptedException {
        int port = freePort();
        Path file = Files.createTempFile("parley-bench-", ".cfg");
        Files.writeString(file, configuration(port, service.getPort()));
        Process process = new ProcessBuilder(executable.toString(), "-db", "-f", file.toString())
                .inheritIO()
                .start();
        Haproxy haproxy = new Haproxy(process, URI.create("http://127.0.0.1:" + port));
        haproxy.awaitReady();
        return haproxy;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), url.getPort()).close();
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroy();
        throw new IOException("haproxy does not take connections");
    }

    private static String configuration(int port, int servicePort) {
        return """
                global
                  nbthread %d
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 75s
                  timeout server 30s
                frontend door
                  bind 127.0.0.1:%d
                  default_backend service
                backend service
                  server one 127.0.0.1:%d
                """.formatted(Runtime.getRuntime().availableProcessors(), port, servicePort);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
