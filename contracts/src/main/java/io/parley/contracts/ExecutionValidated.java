package io.parley.contracts;

import java.util.List;

/**
 * The execution has its verdict.
 *
 * @param score 0 to 1, the weighted mean of the assertions' scores
 * @param results of every assertion, turn by turn and then of the whole conversation
 */
public record ExecutionValidated(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        Verdict verdict,
        double score,
        List<AssertionResult> results)
        implements Event {}
