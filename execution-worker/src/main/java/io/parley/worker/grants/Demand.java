package io.parley.worker.grants;

import io.parley.contracts.Limits;

/**
 * What one worker has and wants of one target.
 *
 * @param inUse conversations under way; none starts beyond it until the answer is there
 * @param wanted conversations it could have under way
 * @param limits of the target, over all workers
 * @param feedback how the target took it since the last time
 */
record Demand(int inUse, int wanted, Limits limits, Feedback feedback) {

    Demand(int inUse, int wanted, Limits limits) {
        this(inUse, wanted, limits, Feedback.NONE);
    }

    boolean isNothing() {
        return inUse == 0 && wanted == 0;
    }
}
