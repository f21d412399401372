package io.parley.bench;

import io.parley.bench.runs.RunsBench;
import io.parley.bench.runs.RunsOptions;
import io.parley.bench.scoring.ScoringBench;
import io.parley.bench.scoring.ScoringOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code parley bench runs [--cases 1000,10000] [--repeat N] [--workers N]} or {@code parley bench scoring [--cases N] [--repeat N]}:
 * prints its figures as Markdown.
 */
public final class Bench {

    private static final int EXIT_USAGE = 2;
    private static final String USAGE = """
            usage: parley bench runs [--cases 1000,10000] [--repeat 3] [--workers 2]
                   parley bench scoring [--cases 1000] [--repeat 5]""";

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.println(USAGE);
            return;
        }
        try {
            List<String> options = given.isEmpty() ? given : given.subList(1, given.size());
            switch (given.isEmpty() ? "" : given.getFirst()) {
                case "runs" -> RunsBench.run(root(), RunsOptions.of(options), System.out);
                case "scoring" -> ScoringBench.run(root(), ScoringOptions.of(options), System.out);
                default -> throw new IllegalArgumentException("there are two benchmarks: runs and scoring");
            }
        } catch (IllegalArgumentException misuse) {
            System.err.println("parley bench: " + misuse.getMessage());
            System.err.println(USAGE);
            System.exit(EXIT_USAGE);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
    }
}
