package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.terminal.Terminal;
import io.parley.cli.up.PlatformException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that results are to be written to. */
final class ExportOptions {

    /** What the API exports at once. */
    private static final int MOST_RUNS = 100;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results as JSON.")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the results as CSV.")
    private @Nullable Path csv;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the results as Markdown.")
    private @Nullable Path markdown;

    /** Refuses more suites than one file can have the results of, before hours are spent on them. */
    void requireRoom(int suites) {
        boolean wanted = Stream.of(junit, json, csv, markdown).anyMatch(Objects::nonNull);
        if (wanted && suites > MOST_RUNS) {
            throw new PlatformException("A file has the results of at most " + MOST_RUNS + " suites, and these are "
                    + suites + ". Run them in parts, each with a file of its own.");
        }
    }

    /** Writes each file that was asked for, with all runs in it; none if there was no run. */
    void write(ParleyApi api, List<UUID> runs, Terminal terminal) {
        if (runs.isEmpty()) {
            return;
        }
        write(api, runs, terminal, "junit", junit);
        write(api, runs, terminal, "json", json);
        write(api, runs, terminal, "csv", csv);
        write(api, runs, terminal, "markdown", markdown);
    }

    private static void write(ParleyApi api, List<UUID> runs, Terminal terminal, String format, @Nullable Path file) {
        if (file != null) {
            api.export(runs, format, file);
            terminal.line("  " + file + " written");
        }
    }
}
