package io.parley.worker.sockets;

import io.parley.worker.BrokenOff;

/** There is no connection to an address, so nothing was sent, and another address of the host may do better. */
final class NotConnected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final BrokenOff failure;

    NotConnected(BrokenOff failure) {
        super(failure.getMessage(), null, false, false);
        this.failure = failure;
    }

    /** What it comes to when there is no other address. */
    BrokenOff failure() {
        return failure;
    }
}
