package io.parley.validation.assertions;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;

/**
 * Whose answers an assertion looks at: what is asked of others is asked, accounted for and remembered in its name.
 *
 * @param repeat which time the case is held in its run, from 1
 */
public record Origin(WorkspaceId workspaceId, RunId runId, ExecutionId executionId, int attempt, int repeat) {

    public static Origin of(ExecutionCompleted completed) {
        Integer repeat = completed.repeat();
        return new Origin(
                completed.workspaceId(),
                completed.runId(),
                completed.executionId(),
                completed.attempt(),
                repeat == null ? 1 : repeat);
    }
}
