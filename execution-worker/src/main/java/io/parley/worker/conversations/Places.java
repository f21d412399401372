package io.parley.worker.conversations;

import io.parley.worker.grants.Slot;

/**
 * Where a conversation has a place.
 *
 * @param atSimulator at the model that plays its user; the one at the target if they are the same, or if there is none
 */
record Places(Slot atTarget, Slot atSimulator) {

    /** The conversation is over. */
    void release() {
        atTarget.release();
        atSimulator.release();
    }
}
