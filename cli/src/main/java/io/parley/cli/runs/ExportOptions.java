package io.parley.cli.runs;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that results are to be written to. */
final class ExportOptions {

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results as JSON.")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the results as CSV.")
    private @Nullable Path csv;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the results as Markdown.")
    private @Nullable Path markdown;

    /** Writes each file that was asked for, with all runs in it. */
    void write(ParleyApi api, List<UUID> runs, Terminal terminal) {
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
