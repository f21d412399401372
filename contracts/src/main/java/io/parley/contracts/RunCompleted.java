package io.parley.contracts;

import java.time.Instant;

/** The last execution of a run has its verdict and its transcript. Published once per run, at least once on the wire. */
public record RunCompleted(
        RunId runId, WorkspaceId workspaceId, SuiteId suiteId, TargetId targetId, Counts counts, Instant completedAt)
        implements Event {}
