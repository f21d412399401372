package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The conversation is over: what was said, and what was expected of it.
 *
 * @param caseName name of the case that it is an execution of, or null if the worker is of an earlier version
 * @param transcript what was said and how long it took
 * @param checks what is to be scored, its templates rendered
 */
public record ExecutionCompleted(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        TargetId targetId,
        @Nullable String caseName,
        Transcript transcript,
        Checks checks)
        implements Event {}
