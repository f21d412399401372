package io.parley.run.suites;

import io.parley.contracts.SuiteId;

/**
 * The answer to an import.
 *
 * @param cases lists of variables multiplied out
 * @param created whether the file became a new revision; if not, it is the latest one already
 */
public record ImportedSuite(SuiteId id, String name, int revision, int cases, boolean created) {}
