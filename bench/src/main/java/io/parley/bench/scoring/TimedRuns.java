package io.parley.bench.scoring;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.platform.RunState;
import io.parley.bench.processes.CpuTimes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Carries out runs of suites whose cases all pass, against one mock target, and tells what they took. */
final class TimedRuns {

    private static final int CONCURRENCY = 128;
    private static final long POLL_MILLIS = 100;

    private final PlatformProcess platform;
    private final String target;

    private TimedRuns(PlatformProcess platform, String target) {
        this.platform = platform;
        this.target = target;
    }

    /** Registers the target. */
    static TimedRuns against(PlatformProcess platform, URI url) throws IOException, InterruptedException {
        try (Api api = platform.login()) {
            return new TimedRuns(platform, api.registerTarget("bench", url, CONCURRENCY));
        }
    }

    /**
     * What a run took.
     *
     * @param wall from the request that started it to its completion
     * @param cpu of every process meanwhile
     */
    record Took(Duration wall, CpuTimes cpu) {}

    /** Imports a suite file and gives its id. */
    String imported(String yaml) throws IOException, InterruptedException {
        try (Api api = platform.login()) {
            return api.importSuite(yaml);
        }
    }

    /** Runs a suite of so many cases; one that does not pass is no measurement. */
    Took run(String suite, int cases) throws IOException, InterruptedException {
        try (Api api = platform.login()) {
            CpuTimes before = platform.processes().cpu();
            Instant started = Instant.now();
            RunState run = api.startRun(suite, target, 1);
            while (run.completedAt() == null) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                run = api.run(run.id());
            }
            if (run.counts().passed() != cases) {
                throw new IOException("expected " + cases + " cases to pass: " + run);
            }
            return new Took(
                    Duration.between(started, run.completedAt()),
                    platform.processes().cpu().since(before));
        }
    }
}
