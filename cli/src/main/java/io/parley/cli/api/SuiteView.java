package io.parley.cli.api;

import java.util.UUID;

/**
 * A suite as it was imported.
 *
 * @param cases conversations of this revision, lists of variables multiplied out
 */
public record SuiteView(UUID id, String name, int revision, int cases) {}
