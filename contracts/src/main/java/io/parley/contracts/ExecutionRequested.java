package io.parley.contracts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a worker to hold one conversation with one target. May arrive more than once; the results of a second delivery
 * are recognised by execution id and attempt, and dropped.
 *
 * @param attempt counts from 1; a result of an earlier attempt is void
 * @param repeat which time the case is held in its run, from 1, or null if run-service is of an earlier version
 * @param simulator the model that plays the user of the case, as it was when the run started; null if none does
 * @param anew whether the target is to be asked whatever it has answered before; null for no
 * @param assistant the assistant version that the execution is evidence of, see {@link Evidence}; null if it is of none
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
        @Nullable Boolean anew,
        @Nullable String assistant)
        implements Event {

    /** Whose verdict will be evidence of nothing. */
    public ExecutionRequested(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            Target target,
            Conversation conversation,
            @Nullable Integer repeat,
            @Nullable ChatTarget simulator,
            @Nullable Boolean anew) {
        this(executionId, attempt, runId, workspaceId, target, conversation, repeat, simulator, anew, null);
    }

    /** Of which nobody said which time it is. */
    public ExecutionRequested(
            ExecutionId executionId,
            int attempt,
            RunId runId,
            WorkspaceId workspaceId,
            Target target,
            Conversation conversation) {
        this(executionId, attempt, runId, workspaceId, target, conversation, null, null, null, null);
    }

    /** What the verdict will say something about, if it will. */
    public Optional<Evidence> evidence() {
        return Optional.ofNullable(assistant)
                .filter(tested -> !conversation.skills().isEmpty())
                .map(tested -> new Evidence(tested, conversation.skills()));
    }

    /** Whether earlier answers of the target do not do. */
    public boolean asksAnew() {
        return Boolean.TRUE.equals(anew);
    }
}
