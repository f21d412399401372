package io.parley.contracts;

/**
 * An execution is to be scored that asks models over the network, apart from those that wait for nobody. Its verdict may
 * come much later than theirs.
 *
 * @param completed the execution as it was completed
 */
public record JudgementRequested(ExecutionCompleted completed) implements Event {

    @Override
    public WorkspaceId workspaceId() {
        return completed.workspaceId();
    }
}
