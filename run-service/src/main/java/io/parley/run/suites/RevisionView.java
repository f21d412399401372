package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision as clients see it.
 *
 * @param source the file as it was imported; absent in lists
 * @param createdBy the user or API key that imported it
 */
record RevisionView(
        SuiteId suiteId,
        String name,
        int revision,
        int cases,
        Instant createdAt,
        UUID createdBy,
        @Nullable String source) {}
