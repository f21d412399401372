package io.parley.contracts;

/**
 * An execution that asks models is to be scored after those of other workspaces: its own has many under way already.
 *
 * @param completed the execution as it was completed
 */
public record JudgementDeferred(ExecutionCompleted completed) implements Event {

    @Override
    public WorkspaceId workspaceId() {
        return completed.workspaceId();
    }
}
