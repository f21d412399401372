package io.parley.contracts;

/**
 * The conversation is over: what was said, and what was expected of it.
 *
 * @param transcript what was said and how long it took
 * @param checks what is to be scored, its templates rendered
 */
public record ExecutionCompleted(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        TargetId targetId,
        Transcript transcript,
        Checks checks)
        implements Event {}
