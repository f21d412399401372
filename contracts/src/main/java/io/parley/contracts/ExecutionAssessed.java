package io.parley.contracts;

import java.time.Instant;

/**
 * The verdict of an execution is evidence of an assistant's skills. Told of no execution whose case names none, and of none
 * that judges again what another execution was evidence for.
 *
 * @param attempt counts from 1; what a later one says takes the place of what an earlier one said
 * @param verdict PASS or FAIL; of an ERROR or UNSURE only people can make evidence
 * @param at when the conversation was over
 */
public record ExecutionAssessed(
        ExecutionId executionId,
        int attempt,
        RunId runId,
        WorkspaceId workspaceId,
        Evidence evidence,
        Verdict verdict,
        Instant at)
        implements Event {}
