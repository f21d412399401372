package io.parley.bench.scale;

import io.parley.bench.platform.Api;
import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.platform.RunState;
import io.parley.bench.processes.Memory;
import io.parley.bench.runs.SuiteText;
import io.parley.bench.target.MockTargetProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A run of {@link #EXECUTIONS}, in tenths: how long each took, and what memory each process had at its end.
 *
 * @param tenths in order
 */
record LargeRun(List<Tenth> tenths) {

    private static final int CASES = 20_000;
    private static final int REPEAT = 5;
    private static final int EXECUTIONS = CASES * REPEAT;
    private static final int PARTS = 10;
    private static final int CONCURRENCY = 128;
    private static final long POLL_MILLIS = 100;
    private static final double MEBIBYTE = 1024 * 1024;

    /** Runs of a tenth of the cases before, so that compilers have come to an end. */
    private static final int WARM_UPS = 4;

    /** @param memory resident, by process */
    record Tenth(Duration took, Map<String, Memory> memory) {}

    /** Carries it out against a target that answers at once. */
    static LargeRun carryOut(PlatformProcess platform, MockTargetProcess target)
            throws IOException, InterruptedException {
        target.delay(Duration.ZERO);
        try (Api api = platform.login()) {
            String bot = api.registerTarget("bench", target.url(), CONCURRENCY);
            String small = api.importSuite(SuiteText.of(EXECUTIONS / PARTS));
            for (int i = 0; i < WARM_UPS; i++) {
                followed(platform, api, api.startRun(small, bot, 1), 1);
            }
            String suite = api.importSuite(SuiteText.of(CASES));
            return new LargeRun(followed(platform, api, api.startRun(suite, bot, REPEAT), PARTS));
        }
    }

    private static List<Tenth> followed(PlatformProcess platform, Api api, RunState begun, int parts)
            throws IOException, InterruptedException {
        List<Tenth> tenths = new ArrayList<>();
        long since = System.nanoTime();
        while (tenths.size() < parts) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            RunState run = api.run(begun.id());
            if (run.counts().passed() >= (tenths.size() + 1L) * run.counts().total() / parts) {
                long now = System.nanoTime();
                tenths.add(new Tenth(
                        Duration.ofNanos(now - since), platform.processes().memory()));
                System.err.printf(
                        "%d of %d executions, %.1f s%n",
                        run.counts().passed(), run.counts().total(), (now - since) / 1e9);
                since = now;
            } else if (run.completedAt() != null) {
                throw new IOException("expected every case to pass: " + run);
            }
        }
        return tenths;
    }

    String markdown() {
        Tenth first = tenths.getFirst();
        Tenth last = tenths.getLast();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "A run of %,d executions: the first %,d took %.1f s, the last %.1f s (%+.0f%%).%n%n",
                EXECUTIONS,
                EXECUTIONS / PARTS,
                seconds(first),
                seconds(last),
                100 * (seconds(last) / seconds(first) - 1)));
        text.append("| process | MiB resident after the first tenth | after half | at the end |\n|---|---|---|---|\n");
        new TreeMap<>(last.memory())
                .keySet()
                .forEach(name -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f |%n",
                        name,
                        mebibytes(first, name),
                        mebibytes(tenths.get(PARTS / 2 - 1), name),
                        mebibytes(last, name))));
        return text.toString();
    }

    private static double seconds(Tenth tenth) {
        return tenth.took().toMillis() / 1e3;
    }

    private static double mebibytes(Tenth tenth, String process) {
        return tenth.memory().getOrDefault(process, Memory.NONE).resident() / MEBIBYTE;
    }
}
