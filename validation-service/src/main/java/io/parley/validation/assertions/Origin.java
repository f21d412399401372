package io.parley.validation.assertions;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import java.util.Map;

/**
 * Whose answers an assertion looks at: what is asked of others is asked, accounted for and remembered in its name.
 *
 * @param repeat which time the case is held in its run, from 1
 * @param models that its suite describes, by the names that its assertions call them
 */
public record Origin(
        WorkspaceId workspaceId,
        RunId runId,
        ExecutionId executionId,
        int attempt,
        int repeat,
        Map<String, SuiteModel> models) {

    public static Origin of(ExecutionCompleted completed) {
        Integer repeat = completed.repeat();
        Map<String, SuiteModel> models = completed.checks().models();
        return new Origin(
                completed.workspaceId(),
                completed.runId(),
                completed.executionId(),
                completed.attempt(),
                repeat == null ? 1 : repeat,
                models == null ? Map.of() : models);
    }
}
