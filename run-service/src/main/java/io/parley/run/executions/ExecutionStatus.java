package io.parley.run.executions;

/** Where an execution is in its life. */
public enum ExecutionStatus {
    /** Waits to be sent to the workers. */
    QUEUED,
    /** On its way to a worker, with one, or on its way back. */
    DISPATCHED,
    /** Has its verdict. */
    FINISHED,
    /** Was not finished when its run was cancelled. */
    CANCELLED
}
