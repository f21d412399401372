package io.parley.cli.runs;

import io.parley.cli.api.RunSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How runs are to go, instead of what their suites and the platform say. */
final class StartOptions {

    @Option(names = "--target", paramLabel = "NAME", description = "The target, instead of the one that a suite names.")
    private @Nullable String target;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description =
                    "The branch of the system under test, whose baseline the run is held against (default: main).")
    private @Nullable String branch;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "How often each case is held, instead of what the suite says.")
    private @Nullable Integer repeat;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Holds only cases whose names contain this, or, with * or ?, are like this.")
    private @Nullable String filter;

    @Option(
            names = "--tags",
            paramLabel = "TAG",
            split = ",",
            description = "Holds only cases that have one of these tags.")
    private @Nullable List<String> tags;

    RunSettings settings() {
        return new RunSettings(target, branch, repeat, filter, tags);
    }
}
