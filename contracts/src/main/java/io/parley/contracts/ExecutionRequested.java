package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Asks a worker to hold one conversation with one target. May arrive more than once; the results of a second delivery
 * are recognised by execution id and attempt, and dropped.
 *
 * @param attempt counts from 1; a result of an earlier attempt is void
 * @param repeat which time the case is held in its run, from 1, or null if run-service is of an earlier version
 * @param simulator the model that plays the user of the case, as it was when the run started; null if none does
 * @param anew whether the target is to be asked whatever it has answered before; null for no
 */
public record ExecutionRequested(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        Target target,
        Conversation conversation,
        @Nullable Integer repeat,
        @Nullable ChatTarget simulator,
        @Nullable Boolean anew)
        implements Event {

    /** Of which nobody said which time it is. */
    public ExecutionRequested(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            Target target,
            Conversation conversation) {
        this(executionId, attempt, runId, workspaceId, target, conversation, null, null, null);
    }

    /** Whether earlier answers of the target do not do. */
    public boolean asksAnew() {
        return Boolean.TRUE.equals(anew);
    }
}
