package io.parley.worker.grants;

/** The conversation does not start at this worker for now; it was not begun. */
public final class NoSlot extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** The target's slots stayed taken for as long as a conversation waits here. */
        ALL_TAKEN,
        /** The worker is stopping. */
        STOPPING
    }

    private final Reason reason;

    NoSlot(Reason reason) {
        super("no slot: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
