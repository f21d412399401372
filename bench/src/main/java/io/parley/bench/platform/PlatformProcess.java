package io.parley.bench.platform;

import io.parley.bench.processes.Watched;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A platform on an empty data folder, started as people start it: by {@code ./parley up}. */
public final class PlatformProcess implements AutoCloseable {

    /** The name under which the launching process itself is watched. */
    public static final String LAUNCHER = "parley up";

    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_STOP = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Process process;
    private final PlatformFile file;

    private PlatformProcess(Process process, PlatformFile file) {
        this.process = process;
        this.file = file;
    }

    /** As {@link #start(Path, Path, int, Map)}, with the usual settings. */
    public static PlatformProcess start(Path root, Path data, int workers) throws IOException, InterruptedException {
        return start(root, data, workers, Map.of());
    }

    /**
     * Starts it and returns when every service is ready. What it says is in {@code up.log} of the data folder.
     *
     * @param settings of its services, as environment variables
     */
    public static PlatformProcess start(Path root, Path data, int workers, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path log = data.resolve("up.log");
        ProcessBuilder command = new ProcessBuilder(
                        root.resolve("parley").toString(),
                        "up",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--workers",
                        Integer.toString(workers))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(settings);
        Process process = command.start();
        try {
            return new PlatformProcess(process, awaitReady(process, data, log));
        } catch (IOException | InterruptedException failure) {
            process.destroy();
            throw failure;
        }
    }

    /** Where the gateway answers. */
    public URI address() {
        return URI.create(file.address());
    }

    /** Logs in as the first owner. */
    public Api login() throws IOException, InterruptedException {
        Owner owner = owner();
        return Api.login(address(), owner.email(), owner.password());
    }

    /** The first owner. */
    public Owner owner() throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file.secrets()))) {
            secrets.load(reader);
        }
        return new Owner(secrets.getProperty("owner-email"), secrets.getProperty("owner-password"));
    }

    /** The database, for what the API has no call for. */
    public Database database() {
        PlatformFile.Endpoints endpoints = file.endpoints();
        return new Database(endpoints.postgresUrl(), endpoints.adminUser(), endpoints.adminPassword());
    }

    /** Redis, with its password. */
    public String redis() {
        return file.endpoints().redisUrl();
    }

    /** Where a service itself answers, past the gateway. */
    public URI address(String service) {
        return file.processes().stream()
                .filter(process -> process.name().equals(service))
                .map(PlatformFile.Entry::address)
                .filter(Objects::nonNull)
                .map(URI::create)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + service));
    }

    /** Every server and service by its name, and the launcher. */
    public Watched processes() {
        Map<String, Long> roots = new LinkedHashMap<>();
        file.processes().forEach(entry -> roots.put(entry.name(), entry.pids().getFirst()));
        roots.put(LAUNCHER, process.pid());
        return new Watched(roots);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the platform does not stop, process " + process.pid());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static PlatformFile awaitReady(Process process, Path data, Path log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<PlatformFile> file = PlatformFile.ready(data);
            if (file.isPresent()) {
                return file.get();
            }
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the platform did not start:\n" + Files.readString(log));
            }
        }
        throw new IOException("the platform is not ready after " + TO_START + ":\n" + Files.readString(log));
    }
}
