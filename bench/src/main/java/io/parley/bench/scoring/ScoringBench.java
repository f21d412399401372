package io.parley.bench.scoring;

import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.target.MockTargetProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an assertion costs the packaged validation-service. Two suites are run, alike but for the number of assertions in a case:
 * 10 and 60. What the service's CPU time is more for the second is the cost of the 50 assertions: reading them off the message,
 * checking them, writing their results. What an execution costs whatever is expected of it is in neither.
 */
public final class ScoringBench {

    private static final int FEW = 10;
    private static final int MANY = 60;
    private static final int WARM_UPS = 5;
    private static final String SERVICE = "validation-service";

    private final ScoringOptions options;
    private final TimedRuns runs;
    private final String few;
    private final String many;

    private ScoringBench(ScoringOptions options, TimedRuns runs) throws IOException, InterruptedException {
        this.options = options;
        this.runs = runs;
        this.few = runs.imported(ScoringSuite.of(options.cases(), FEW));
        this.many = runs.imported(ScoringSuite.of(options.cases(), MANY));
    }

    /** Starts a platform and a target, measures, prints the figures to {@code out} and stops both. */
    public static void run(Path root, ScoringOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (MockTargetProcess target = MockTargetProcess.start();
                PlatformProcess platform = PlatformProcess.start(root, data, 1)) {
            new ScoringBench(options, TimedRuns.against(platform, target.url())).measure(out);
        }
    }

    private void measure(PrintStream out) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            cpuOf(many);
        }
        List<Double> perSecond = new ArrayList<>();
        for (int i = 0; i < options.repeat(); i++) {
            Duration base = cpuOf(few);
            Duration whole = cpuOf(many);
            double assertions = (double) options.cases() * (MANY - FEW);
            perSecond.add(assertions / (whole.minus(base).toMillis() / 1e3));
            System.err.printf(
                    "%d executions: %d ms CPU with %d assertions each, %d ms with %d%n",
                    options.cases(), base.toMillis(), FEW, whole.toMillis(), MANY);
        }
        perSecond.sort(Double::compare);
        out.printf(
                "| rule assertions per CPU second of validation-service | lowest | median | highest |%n|---|---|---|---|%n"
                        + "| %,d executions, %d and %d assertions | %,.0f | %,.0f | %,.0f |%n",
                options.cases(),
                FEW,
                MANY,
                perSecond.getFirst(),
                perSecond.get(perSecond.size() / 2),
                perSecond.getLast());
    }

    private Duration cpuOf(String suite) throws IOException, InterruptedException {
        return runs.run(suite, options.cases()).cpu().of(SERVICE::equals);
    }
}
