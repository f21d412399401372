package io.parley.bench;

import io.parley.bench.auth.AuthBench;
import io.parley.bench.fuzz.FuzzBench;
import io.parley.bench.fuzz.FuzzOptions;
import io.parley.bench.gateway.GatewayBench;
import io.parley.bench.gateway.GatewayOptions;
import io.parley.bench.gateway.SocketsBench;
import io.parley.bench.ingestion.IngestionBench;
import io.parley.bench.ingestion.IngestionOptions;
import io.parley.bench.options.Numbers;
import io.parley.bench.queries.QueriesBench;
import io.parley.bench.runs.RunsBench;
import io.parley.bench.runs.RunsOptions;
import io.parley.bench.scale.ScaleBench;
import io.parley.bench.scoring.MeaningBench;
import io.parley.bench.scoring.ScoringBench;
import io.parley.bench.scoring.ScoringOptions;
import io.parley.bench.statistics.StatisticsBench;
import io.parley.bench.statistics.StatisticsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code parley bench NAME [OPTIONS]}: the benchmarks, which print their figures as Markdown, and {@code fuzz}, which prints the answers
 * that must not be, and ends with 1 if there are any.
 */
public final class Bench {

    private static final int EXIT_FOUND = 1;
    private static final int EXIT_USAGE = 2;
    private static final String USAGE = """
            usage: parley bench runs [--cases 1000,10000] [--repeat 3] [--workers 2]
                   parley bench scale
                   parley bench ingestion [--seconds 20] [--connections 16]
                   parley bench scoring [--cases 1000] [--repeat 5]
                   parley bench meaning [--cases 1000] [--repeat 5]
                   parley bench statistics [--requests 50]
                   parley bench queries [--rows 20000000] [--requests 200]
                   parley bench gateway [--connections 64] [--seconds 20] [--mebibytes 1024] [--haproxy PATH] [--spring]
                   parley bench sockets [--sockets 9900]
                   parley bench auth [--seconds 20] [--connections 16]
                   parley bench fuzz [--requests 20000] [--seed N]""";

    private static final Map<String, Integer> SOCKETS = Map.of("--sockets", 9_900);
    private static final Map<String, Integer> AUTH = Map.of("--seconds", 20, "--connections", 16);
    private static final Map<String, Integer> QUERIES = Map.of("--rows", 20_000_000, "--requests", 200);

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.println(USAGE);
            return;
        }
        try {
            measure(
                    given.isEmpty() ? "" : given.getFirst(),
                    given.stream().skip(1).toList());
        } catch (IllegalArgumentException misuse) {
            System.err.println("parley bench: " + misuse.getMessage());
            System.err.println(USAGE);
            System.exit(EXIT_USAGE);
        }
    }

    private static void measure(String benchmark, List<String> options) throws IOException, InterruptedException {
        switch (benchmark) {
            case "runs" -> RunsBench.run(root(), RunsOptions.of(options), System.out);
            case "ingestion" -> IngestionBench.run(root(), IngestionOptions.of(options), System.out);
            case "scale" -> ScaleBench.run(root(), System.out);
            case "scoring" -> ScoringBench.run(root(), ScoringOptions.of(options), System.out);
            case "meaning" -> MeaningBench.run(root(), ScoringOptions.of(options), System.out);
            case "statistics" -> StatisticsBench.run(root(), StatisticsOptions.of(options), System.out);
            case "gateway" -> GatewayBench.run(root(), GatewayOptions.of(options), System.out);
            case "sockets" ->
                SocketsBench.run(root(), Numbers.of(options, SOCKETS).of("--sockets"), System.out);
            case "auth" -> AuthBench.run(root(), Numbers.of(options, AUTH), System.out);
            case "queries" -> QueriesBench.run(root(), Numbers.of(options, QUERIES), System.out);
            case "fuzz" -> fuzz(FuzzOptions.of(options));
            default -> throw new IllegalArgumentException("there is no benchmark '" + benchmark + "'");
        }
    }

    private static void fuzz(FuzzOptions options) throws IOException, InterruptedException {
        if (!FuzzBench.run(root(), options, System.out)) {
            System.exit(EXIT_FOUND);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
    }
}
