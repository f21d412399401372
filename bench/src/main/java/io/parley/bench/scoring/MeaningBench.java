package io.parley.bench.scoring;

import io.parley.bench.platform.PlatformProcess;
import io.parley.bench.target.MockTargetProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What runs are like whose cases each expect a meaning. Every answer is a sentence that was never embedded before; a run of
 * the same cases with a rule in the place of {@code similar} goes before each. What the second takes more of
 * validation-service's CPU time is the model's; what all processes take together says how many cases a second the machine
 * allows, model included.
 */
public final class MeaningBench {

    private static final String SERVICE = "validation-service";
    private static final int WARM_UPS = 4;

    private final ScoringOptions options;
    private final TimedRuns runs;
    private int numbered;

    private MeaningBench(ScoringOptions options, TimedRuns runs) {
        this.options = options;
        this.runs = runs;
    }

    /** Starts a platform and a target, measures, prints the figures to {@code out} and stops both. */
    public static void run(Path root, ScoringOptions options, PrintStream out)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("parley-bench-");
        System.err.println("starting the platform on " + data);
        try (MockTargetProcess target = MockTargetProcess.start();
                PlatformProcess platform = PlatformProcess.start(root, data, 1)) {
            out.print(new MeaningBench(options, TimedRuns.against(platform, target.url())).measure());
        }
    }

    /** A run with rules and one with meanings. */
    private record Pair(int cases, TimedRuns.Took rules, TimedRuns.Took meanings) {

        double casesPerSecond() {
            return perSecond(meanings);
        }

        double casesPerSecondWithRules() {
            return perSecond(rules);
        }

        double modelMillis() {
            Duration more = meanings.cpu().of(SERVICE::equals).minus(rules.cpu().of(SERVICE::equals));
            return (double) more.toMillis() / cases;
        }

        double allMillis() {
            return (double) meanings.cpu()
                            .of(name -> !name.equals(PlatformProcess.LAUNCHER))
                            .toMillis()
                    / cases;
        }

        /** If every core did nothing else. */
        double allowed() {
            return 1e3 * Runtime.getRuntime().availableProcessors() / allMillis();
        }

        private double perSecond(TimedRuns.Took took) {
            return cases / (took.wall().toMillis() / 1e3);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.0f | %.2f | %.0f%% | %.0f | %.0f%% |",
                    cases,
                    casesPerSecondWithRules(),
                    casesPerSecond(),
                    modelMillis(),
                    100 * modelMillis() / allMillis(),
                    allowed(),
                    100 * casesPerSecond() / allowed());
        }
    }

    private String measure() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            pair();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < options.repeat(); i++) {
            Pair pair = pair();
            System.err.println(pair.line());
            pairs.add(pair);
        }
        pairs.sort(Comparator.comparingDouble(Pair::casesPerSecond));
        return """
                | cases | cases/s with a rule | with a meaning | CPU ms of the model per case | of all CPU | cases/s that the cores allow | of that reached |
                |---|---|---|---|---|---|---|
                """ + pairs.get(pairs.size() / 2).line() + "\n";
    }

    private Pair pair() throws IOException, InterruptedException {
        int first = numbered;
        numbered += options.cases();
        TimedRuns.Took rules = run(first, "contains: and the day after");
        TimedRuns.Took meanings = run(first, "similar: {to: You asked about the weather, at-least: 0.2}");
        return new Pair(options.cases(), rules, meanings);
    }

    private TimedRuns.Took run(int first, String expected) throws IOException, InterruptedException {
        StringBuilder yaml = new StringBuilder("parley: 1\nname: Benchmark of meanings\ncases:\n");
        for (int number = first; number < first + options.cases(); number++) {
            yaml.append("""
                      - name: case %1$d
                        turns:
                          - user: Will it rain in street %1$d tomorrow and the day after?
                            expect: [{%2$s}]
                    """.formatted(number, expected));
        }
        return runs.run(runs.imported(yaml.toString()), options.cases());
    }
}
