package io.parley.worker.sockets;

import io.parley.worker.BrokenOff;

/** The target has more to do than it can: it said so, failed itself, or gave no answer in time. */
final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final BrokenOff failure;

    TooMuch(BrokenOff failure) {
        super(failure.getMessage(), null, false, false);
        this.failure = failure;
    }

    /** What it comes to for the conversation. */
    BrokenOff failure() {
        return failure;
    }
}
