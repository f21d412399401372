package io.parley.worker;

import io.parley.contracts.Failure;

/** The conversation cannot go on, for a reason that says nothing about the quality of the target's answers. */
public final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * @param code a stable name
     * @param reason what was wrong, where, what would be right; without secrets by the time people see it
     */
    public BrokenOff(String code, String reason) {
        super(reason, null, false, false);
        this.failure = new Failure(code, reason);
    }

    public Failure failure() {
        return failure;
    }
}
