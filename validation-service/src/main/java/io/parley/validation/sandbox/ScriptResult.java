package io.parley.validation.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a script returned.
 *
 * @param score 0 to 1
 * @param returned the value, for people
 * @param reason its own, if it gave one
 */
record ScriptResult(
        boolean pass,
        double score,
        String returned,
        @Nullable String reason) {}
