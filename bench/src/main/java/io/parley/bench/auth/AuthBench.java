package io.parley.bench.auth;

import io.parley.bench.load.Load;
import io.parley.bench.load.Timing;
import io.parley.bench.load.Waiting;
import io.parley.bench.options.Numbers;
import io.parley.bench.platform.Database;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.processes.CpuTimes;
import io.parley.bench.processes.Watched;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Logins, refreshes and checks of tokens a second: auth-service and Keycloak, one after the other, on the same PostgreSQL. */
public final class AuthBench {

    private static final String POSTGRESQL = "postgresql";
    private static final String SERVICE = "service";
    private static final Duration TO_LOG_IN = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Duration time;
    private final int connections;
    private final PrintStream out;

    private AuthBench(Vertx vertx, Duration time, int connections, PrintStream out) {
        this.vertx = vertx;
        this.time = time;
        this.connections = connections;
        this.out = out;
    }

    /**
     * Starts a platform and Keycloak, measures, prints the report to {@code out} and stops both.
     *
     * @param options {@code --seconds} of each kind of request, after as many to warm up, and {@code --connections} that send them
     */
    public static void run(Path root, Numbers options, PrintStream out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        Vertx vertx = Vertx.vertx();
        try (PlatformProcess platform = PlatformProcess.start(root, data, 1)) {
            AuthBench bench =
                    new AuthBench(vertx, Duration.ofSeconds(options.of("--seconds")), options.of("--connections"), out);
            bench.head();
            bench.parley(platform);
            bench.keycloak(root, data, platform);
        } finally {
            Waiting.on(vertx.close(), Duration.ofSeconds(30));
        }
    }

    private void head() {
        out.printf("| %d connections | /s | p50 ms | p99 ms | CPU ms of the service | of PostgreSQL |%n", connections);
        out.println("|---|---|---|---|---|---|");
    }

    private void parley(PlatformProcess platform) throws IOException {
        Http http = new Http(vertx, platform.address("auth-service"), connections);
        Watched watched = watched(platform, pid(platform, "auth-service"));
        measure("auth-service", new Parley(http, platform.owner()), watched);
    }

    private void keycloak(Path root, Path data, PlatformProcess platform) throws IOException, InterruptedException {
        Database database = platform.database().create(vertx, "keycloak");
        System.err.println("starting Keycloak");
        try (KeycloakProcess keycloak = KeycloakProcess.start(root, data, database)) {
            Http http = new Http(vertx, keycloak.url(), connections);
            measure(
                    "Keycloak",
                    new Keycloak(http),
                    watched(platform, keycloak.process().pid()));
        }
    }

    private static Watched watched(PlatformProcess platform, long service) {
        return new Watched(Map.of(SERVICE, service, POSTGRESQL, pid(platform, POSTGRESQL)));
    }

    private static long pid(PlatformProcess platform, String name) {
        return Objects.requireNonNull(platform.processes().roots().get(name), name);
    }

    private void measure(String name, TokenService service, Watched watched) throws IOException {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            sessions.add(new Session(service, Waiting.on(service.login(), TO_LOG_IN)));
        }
        measure(name + ": refresh", sessions.stream().map(Session::refreshing).toList(), watched);
        measure(name + ": is it good", sessions.stream().map(Session::verifying).toList(), watched);
        measure(name + ": login", List.of(service::login, service::login), watched);
    }

    private void measure(String what, List<Load.Client> clients, Watched watched) throws IOException {
        Load load = new Load(vertx, clients);
        var unused = load.send(time);
        CpuTimes before = watched.cpu();
        Timing timing = load.send(time);
        CpuTimes cpu = watched.cpu().since(before);
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.2f | %.2f |%n",
                what,
                (double) timing.requests() / time.toSeconds(),
                timing.millis(0.5),
                timing.millis(0.99),
                millis(cpu, SERVICE) / timing.requests(),
                millis(cpu, POSTGRESQL) / timing.requests());
    }

    private static double millis(CpuTimes cpu, String process) {
        return cpu.of(process::equals).toMillis();
    }

    /** One user's, who goes on with the tokens that came last. */
    private static final class Session {

        private final TokenService service;
        private volatile Tokens tokens;

        Session(TokenService service, Tokens tokens) {
            this.service = service;
            this.tokens = tokens;
        }

        Load.Client refreshing() {
            return () -> service.refresh(tokens).map(this::goOn);
        }

        Load.Client verifying() {
            return () -> service.verify(tokens);
        }

        private Tokens goOn(Tokens next) {
            tokens = next;
            return next;
        }
    }
}
