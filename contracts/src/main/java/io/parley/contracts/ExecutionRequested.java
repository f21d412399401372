package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Asks a worker to hold one conversation with one target. May arrive more than once; the results of a second delivery
 * are recognised by execution id and attempt, and dropped.
 *
 * @param attempt counts from 1; a result of an earlier attempt is void
 * @param repeat which time the case is held in its run, from 1, or null if run-service is of an earlier version
 * @param simulator the model that plays the user of the case, as it was when the run started; null if none does
 */
public record ExecutionRequested(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        Target target,
        Conversation conversation,
        @Nullable Integer repeat,
        @Nullable ChatTarget simulator)
        implements Event {

    /** Of which nobody said which time it is. */
    public ExecutionRequested(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            Target target,
            Conversation conversation) {
        this(executionId, attempt, runId, workspaceId, target, conversation, null, null);
    }
}
