package io.parley.bench.gateway;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.processes.Memory;
import io.parley.bench.processes.Watched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A platform whose gateway has a service behind it that costs next to nothing. */
record Fronted(StubProcess stub, PlatformProcess platform, Api api) implements AutoCloseable {

    static final double MEBIBYTE = 1024 * 1024;

    private static final String GATEWAY = "gateway";

    static Fronted start(Path root) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        StubProcess stub = StubProcess.start();
        try {
            return start(root, data, stub);
        } catch (IOException | InterruptedException failure) {
            stub.close();
            throw failure;
        }
    }

    private static Fronted start(Path root, Path data, StubProcess stub) throws IOException, InterruptedException {
        PlatformProcess platform = PlatformProcess.start(root, data, 1, settings(stub));
        try {
            return new Fronted(stub, platform, platform.login());
        } catch (IOException | InterruptedException failure) {
            platform.close();
            throw failure;
        }
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

    URI gateway() {
        return platform.address();
    }

    /** The gateway's process. */
    Watched process() {
        return new Watched(Map.of(
                GATEWAY, Objects.requireNonNull(platform.processes().roots().get(GATEWAY))));
    }

    /** What the gateway has in memory, in MiB. */
    double resident() {
        return mebibytes(process().memory());
    }

    static double mebibytes(Map<String, Memory> memory) {
        return memory.getOrDefault(GATEWAY, Memory.NONE).resident() / MEBIBYTE;
    }

    @Override
    public void close() throws IOException {
        try (stub;
                platform) {
            api.close();
        }
    }
}
