package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import java.time.Instant;

/**
 * A suite as clients see it.
 *
 * @param revision the latest one
 * @param cases of the latest revision, lists of variables multiplied out
 * @param updatedAt when the latest revision was imported
 */
record SuiteView(SuiteId id, String name, int revision, int cases, Instant createdAt, Instant updatedAt) {}
