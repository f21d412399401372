package io.parley.worker.cancellations;

import io.parley.contracts.RunId;

/** Nothing of this run is to reach its target any more. */
public final class RunWasCancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunWasCancelled(RunId run) {
        super("run " + run + " was cancelled", null, false, false);
    }
}
