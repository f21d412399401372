package io.parley.worker.grants;

import io.parley.contracts.Limits;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;

/**
 * A conversation that wants a slot.
 *
 * @param aside whether the conversation is with another target, and counts there as one that the worker has under way
 * @param begun whether something was said in it already; such a one is aside
 * @param appliedAt in the worker's nanoseconds
 * @param onEntry called when it has waited and may start
 * @param onRefusal called when it will not start here
 */
record Applicant(
        TargetId target,
        RunId run,
        Limits limits,
        boolean aside,
        boolean begun,
        long appliedAt,
        Runnable onEntry,
        Runnable onRefusal) {}
