package io.parley.run.baselines;

import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import java.time.Instant;
import java.util.UUID;

/**
 * The run that runs of a suite on a branch are held against.
 *
 * @param setBy the user or API key that chose it
 */
record BaselineView(SuiteId suiteId, String branch, RunId runId, UUID setBy, Instant setAt) {}
