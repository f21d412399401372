package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A language model as a suite describes it for its own judges. It holds no key: a suite is stored in clear.
 *
 * @param baseUrl where it answers, or null for where the registered model answers whose key it uses
 * @param model its name there
 * @param keyOf name of the registered model of the workspace whose key it uses, or null if it needs none
 */
public record SuiteModel(
        @Nullable String baseUrl, String model, @Nullable String keyOf) {}
