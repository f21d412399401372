package io.parley.worker.grants;

import io.parley.contracts.Limits;

/**
 * What one worker has and wants of one target.
 *
 * @param inUse conversations under way; none starts beyond it until the answer is there
 * @param wanted conversations it could have under way
 * @param limits of the target, over all workers
 */
record Demand(int inUse, int wanted, Limits limits) {

    boolean isNothing() {
        return inUse == 0 && wanted == 0;
    }
}
