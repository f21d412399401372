package io.parley.contracts;

/**
 * Asks a worker to hold one conversation with one target. May arrive more than once; the results of a second delivery
 * are recognised by execution id and attempt, and dropped.
 *
 * @param attempt counts from 1; a result of an earlier attempt is void
 */
public record ExecutionRequested(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        Target target,
        Conversation conversation)
        implements Event {}
