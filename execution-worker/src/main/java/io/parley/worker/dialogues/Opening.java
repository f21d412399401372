package io.parley.worker.dialogues;

import io.parley.contracts.RunId;
import io.parley.contracts.Tool;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.secrets.Secrets;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a conversation begins with.
 *
 * @param run that the conversation is part of
 * @param conversation the id under which the target knows it
 * @param tools of the case
 * @param keepRequests whether the transcript is to have them
 * @param slot the conversation's place at the target
 * @param deadline of the conversation; waiting for the target's rate does not count, nor does a login
 * @param secrets of the target
 */
public record Opening(
        RunId run,
        String conversation,
        List<Tool> tools,
        boolean keepRequests,
        Slot slot,
        Deadline deadline,
        Secrets secrets) {

    /** Completes when the target's rate lets the next request go. Waiting for it is not the conversation's fault. */
    public Uni<Void> paced() {
        return deadline.uncounted(slot.pace());
    }
}
