package io.parley.contracts;

import java.time.Instant;

/**
 * The last execution of a run has its verdict and its transcript. Published each time that a run comes to its end: once,
 * and again when executions of it were judged again. On the wire at least once; the latest {@code completedAt} of a run
 * is how it stands.
 */
public record RunCompleted(
        RunId runId, WorkspaceId workspaceId, SuiteId suiteId, TargetId targetId, Counts counts, Instant completedAt)
        implements Event {}
