package io.parley.cli.api;

/** How far a run is. */
public enum RunStatus {
    RUNNING,
    COMPLETED,
    CANCELLED;

    /** True if nothing about the run changes any more. */
    public boolean ended() {
        return this != RUNNING;
    }
}
