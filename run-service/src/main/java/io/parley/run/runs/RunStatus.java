package io.parley.run.runs;

/** Where a run is in its life. */
public enum RunStatus {
    /** Some executions are queued or on their way. */
    RUNNING,
    /** Every execution has its verdict and its transcript. */
    COMPLETED,
    /** A person ended it before. */
    CANCELLED;

    /** Whether it is over: nothing changes any more unless people ask for it. */
    public boolean ended() {
        return this != RUNNING;
    }
}
