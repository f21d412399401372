package io.parley.bench.runs;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.platform.RunState;
import io.parley.bench.processes.CpuTimes;
import io.parley.bench.processes.Watched;
import io.parley.bench.target.MockTargetProcess;
import io.parley.bench.target.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Carries out scenarios, one at a time, and measures them. */
public final class Runner {

    private static final long POLL_MILLIS = 250;
    private static final Duration TO_REPORT = Duration.ofSeconds(30);

    private final PlatformProcess platform;
    private final MockTargetProcess target;
    private final Watched watched;
    private final Map<Integer, String> suites = new HashMap<>();
    private final Map<Integer, String> targets = new HashMap<>();

    public Runner(PlatformProcess platform, MockTargetProcess target) {
        this.platform = platform;
        this.target = target;
        this.watched = platform.processes();
    }

    /** Runs a scenario to its end. A run that did not ask and pass every case exactly once is no measurement. */
    public Measurement measure(Scenario scenario) throws IOException, InterruptedException {
        target.delay(scenario.delay());
        target.forget();
        try (Api api = platform.login()) {
            String suite = suite(api, scenario.cases());
            String targetId = target(api, scenario.concurrency());
            long reported = api.reportedExecutions();
            CpuTimes before = watched.cpu();
            Instant started = Instant.now();
            RunState run = api.startRun(suite, targetId, 1);
            Duration accepting = Duration.between(started, Instant.now());
            Instant completed = complete(api, run, scenario);
            awaitReported(api, reported + scenario.cases());
            return new Measurement(
                    scenario,
                    accepting,
                    Duration.between(started, completed),
                    watched.cpu().since(before));
        }
    }

    private String suite(Api api, int cases) throws IOException, InterruptedException {
        if (!suites.containsKey(cases)) {
            suites.put(cases, api.importSuite(SuiteText.of(cases)));
        }
        return suites.getOrDefault(cases, "");
    }

    private String target(Api api, int concurrency) throws IOException, InterruptedException {
        if (!targets.containsKey(concurrency)) {
            targets.put(concurrency, api.registerTarget("bench-" + concurrency, target.url(), concurrency));
        }
        return targets.getOrDefault(concurrency, "");
    }

    private Instant complete(Api api, RunState begun, Scenario scenario) throws IOException, InterruptedException {
        RunState run = begun;
        Instant completed = run.completedAt();
        while (completed == null) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            run = api.run(run.id());
            completed = run.completedAt();
        }
        check(run, scenario);
        return completed;
    }

    private void check(RunState run, Scenario scenario) throws IOException, InterruptedException {
        Tally tally = target.received();
        boolean right = run.counts().passed() == scenario.cases()
                && tally.distinct() == scenario.cases()
                && tally.repeated() == 0;
        if (!right) {
            throw new IOException(
                    "expected " + scenario.cases() + " cases, each asked once and passed: " + run + ", " + tally);
        }
    }

    /** What telemetry does for a run belongs to its cost. */
    private static void awaitReported(Api api, long executions) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_REPORT.toNanos();
        while (api.reportedExecutions() < executions) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("executions are missing in telemetry: expected " + executions + ", there are "
                        + api.reportedExecutions());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
