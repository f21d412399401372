package io.parley.bench.gateway;

import io.parley.bench.processes.Maven;
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
 * Somebody else's proxy before the same service, in a process of its own, that takes the same tokens.
 *
 * @param url where it takes requests
 */
record OtherProxy(Process process, URI url) implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final String SPRING = "bench/spring-cloud-gateway";

    /**
     * haproxy with as many threads as there are cores, which checks the token and nothing else.
     *
     * @param key that the token is verified with, as PEM
     */
    static OtherProxy haproxy(Path executable, URI service, String key) throws IOException, InterruptedException {
        int port = freePort();
        Path keyFile = Files.writeString(Files.createTempFile("parley-bench-", ".pem"), key);
        Path file = Files.createTempFile("parley-bench-", ".cfg");
        Files.writeString(file, configuration(port, service.getPort(), keyFile));
        return start(port, new ProcessBuilder(executable.toString(), "-db", "-f", file.toString()));
    }

    /**
     * A Spring Cloud Gateway that checks the token and counts the request in Redis; it is built first.
     *
     * @param keys where the keys of tokens are published
     * @param redis with its password
     */
    static OtherProxy spring(Path root, URI service, URI keys, String redis) throws IOException, InterruptedException {
        Maven.run(root, "-f", root.resolve(SPRING).resolve("pom.xml").toString(), "package");
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                root.resolve(SPRING).resolve("target/spring-cloud-gateway.jar").toString(),
                "--server.port=" + port,
                "--service=" + service,
                "--keys=" + keys);
        command.environment().put("SPRING_DATA_REDIS_URL", redis);
        return start(port, command);
    }

    private static OtherProxy start(int port, ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        OtherProxy proxy = new OtherProxy(process, URI.create("http://127.0.0.1:" + port));
        proxy.awaitReady(command.command().getFirst());
        return proxy;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitReady(String name) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), url.getPort()).close();
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroy();
        throw new IOException(name + " does not take connections");
    }

    private static String configuration(int port, int servicePort, Path key) {
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
                  http-request set-var(txn.expires) http_auth_bearer,jwt_payload_query('$.exp','int')
                  http-request set-var(txn.now) date()
                  http-request deny deny_status 401 unless { http_auth_bearer,jwt_verify("ES256","%s") -m int 1 }
                  http-request deny deny_status 401 if { var(txn.expires),sub(txn.now) -m int lt 0 }
                  default_backend service
                backend service
                  server one 127.0.0.1:%d
                """.formatted(Runtime.getRuntime().availableProcessors(), port, key, servicePort);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
