package io.parley.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go; null leaves a part to the suite or the platform.
 *
 * @param target its name, instead of the one that the suite names
 * @param branch of the system under test
 * @param repeat how often each case is held
 * @param filter what the names of the cases that are held contain, or, with wildcards, are like
 * @param tags of which the cases that are held have one
 */
public record RunSettings(
        @Nullable String target,
        @Nullable String branch,
        @Nullable Integer repeat,
        @Nullable String filter,
        @Nullable List<String> tags) {}
