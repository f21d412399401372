package io.parley.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The conversation is over: what was said, and what was expected of it.
 *
 * @param caseName name of the case that it is an execution of, or null if the worker is of an earlier version
 * @param transcript what was said and how long it took
 * @param checks what is to be scored, its templates rendered
 * @param recorded whether the transcript is of an earlier conversation, given back, so that nobody was asked
 * @param repeat which time the case is held in its run, from 1, or null if the worker is of an earlier version
 * @param evidence what its verdict says something about; null if that is nothing
 */
public record ExecutionCompleted(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        TargetId targetId,
        @Nullable String caseName,
        Transcript transcript,
        Checks checks,
        boolean recorded,
        @Nullable Integer repeat,
        @Nullable Evidence evidence)
        implements Event {

    /** A conversation whose verdict is evidence of nothing. */
    public ExecutionCompleted(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            TargetId targetId,
            @Nullable String caseName,
            Transcript transcript,
            Checks checks,
            boolean recorded,
            @Nullable Integer repeat) {
        this(executionId, attempt, runId, workspaceId, targetId, caseName, transcript, checks, recorded, repeat, null);
    }

    /** A conversation that was held just now, of which nobody said which time it is. */
    public ExecutionCompleted(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            TargetId targetId,
            @Nullable String caseName,
            Transcript transcript,
            Checks checks) {
        this(executionId, attempt, runId, workspaceId, targetId, caseName, transcript, checks, false, null);
    }
}
