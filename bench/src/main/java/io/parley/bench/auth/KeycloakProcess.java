package io.parley.bench.auth;

import io.parley.bench.platform.Database;
import io.parley.bench.processes.Maven;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as people run it, with a realm of the benchmark's, in a database of its own.
 *
 * @param url where it answers
 */
record KeycloakProcess(Process process, URI url) implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final int OK = 200;

    /** Tokens signed as the platform's are, that live as long as the benchmark. */
    private static final String REALM = """
            {"realm": "bench", "enabled": true, "sslRequired": "none", "accessTokenLifespan": 3600,
             "defaultSignatureAlgorithm": "ES256",
             "clients": [{"clientId": "bench", "secret": "bench", "publicClient": false, "directAccessGrantsEnabled": true}],
             "users": [{"username": "ada", "email": "ada@example.com", "firstName": "Ada", "lastName": "Tester", "enabled": true,
                        "credentials": [{"type": "password", "value": "only-for-benchmarks", "temporary": false}]}]}
            """;

    /**
     * Fetches it and starts it from a copy, since it writes into its own folder.
     *
     * @param data an empty folder
     * @param database an empty one
     */
    static KeycloakProcess start(Path root, Path data, Database database) throws IOException, InterruptedException {
        Maven.run(root, "-pl", "auth-service", "dependency:unpack@keycloak");
        Path home = copy(root.resolve("auth-service/target/keycloak"), data);
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("bench-realm.json"), REALM);
        int port = freePort();
        Path log = data.resolve("keycloak.log");
        KeycloakProcess keycloak = new KeycloakProcess(
                command(home, port, database)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                URI.create("http://127.0.0.1:" + port));
        keycloak.awaitReady(log);
        return keycloak;
    }

    private static Path copy(Path unpacked, Path data) throws IOException, InterruptedException {
        try (Stream<Path> folders = Files.list(unpacked)) {
            Path folder = folders.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no Keycloak in " + unpacked));
            Path home = data.resolve("keycloak");
            if (new ProcessBuilder("cp", "-a", folder.toString(), home.toString())
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("Keycloak cannot be copied to " + home);
            }
            return home;
        }
    }

    private static ProcessBuilder command(Path home, int port, Database database) {
        ProcessBuilder command = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--import-realm",
                "--db=postgres",
                "--db-url=jdbc:" + database.url(),
                "--db-username=" + database.user(),
                "--cache=local",
                "--hostname-strict=false",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.environment().put("KC_DB_PASSWORD", database.password());
        return command;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            if (answers()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        close();
        throw new IOException("Keycloak does not answer:\n" + Files.readString(log));
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(url.resolve("/realms/bench")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
