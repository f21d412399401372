package io.parley.auth.signin;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

/** A provider of identity as people run it, unpacked by the build, with a realm of the tests'. Its data are in memory. */
final class Keycloak implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final int TRIES = 3;
    private static final String REALM = "parley-realm.json";

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Keycloak start() {
        try {
            Path home = home();
            importRealm(home);
            return start(home, TRIES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Somebody else can take the port first: Keycloak ends then, and is started on another. */
    private static Keycloak start(Path home, int tries) throws IOException {
        int port = freePort();
        Keycloak started = new Keycloak(command(home, port).start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        await().atMost(TO_START).until(() -> !started.process.isAlive() || started.answers());
        if (started.process.isAlive()) {
            return started;
        }
        if (tries > 1) {
            return start(home, tries - 1);
        }
        throw new IllegalStateException("Keycloak has ended; keycloak.log in its folder says why");
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/parley";
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("parley.keycloak")))) {
            return unpacked.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the build has not unpacked Keycloak"));
        }
    }

    private static void importRealm(Path home) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        try (var realm = Keycloak.class.getResourceAsStream("/keycloak/" + REALM)) {
            Files.copy(realm, imports.resolve(REALM), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProcessBuilder command(Path home, int port) {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI discovery = URI.create(issuer() + "/.well-known/openid-configuration");
            return client.send(HttpRequest.newBuilder(discovery).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
