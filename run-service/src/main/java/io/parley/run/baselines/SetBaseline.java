package io.parley.run.baselines;

import io.parley.contracts.RunId;
import jakarta.validation.constraints.NotNull;

/**
 * What is to be the baseline.
 *
 * @param runId a completed run of the suite, of any branch
 */
record SetBaseline(@NotNull RunId runId) {}
