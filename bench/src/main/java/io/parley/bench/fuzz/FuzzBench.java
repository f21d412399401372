package io.parley.bench.fuzz;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Sends every operation of a platform of its own what is good, and what is not. */
public final class FuzzBench {

    /** Nobody is to be told to come again later. */
    private static final Map<String, String> WITHOUT_LIMITS =
            Map.of("PARLEY_RATE_LIMIT_CALLER", "1000000", "PARLEY_RATE_LIMIT_ADDRESS", "1000000");

    private FuzzBench() {}

    /**
     * Starts a platform, sends it the requests, prints the report to {@code out} and stops it.
     *
     * @return whether every answer was one that may be
     */
    public static boolean run(Path root, FuzzOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (PlatformProcess platform = PlatformProcess.start(root, data, 1, WITHOUT_LIMITS);
                Api api = platform.login();
                Fuzzer fuzzer =
                        new Fuzzer(platform.address(), api.token(), api.get("/api/v1/openapi.json"), all -> true)) {
            System.err.println("sending " + options.requests() + " requests, seed " + options.seed());
            FuzzReport report = fuzzer.send(options.requests(), options.seed());
            out.println("seed " + options.seed() + "\n");
            out.print(report.markdown());
            return report.findings().isEmpty();
        }
    }
}
