package io.parley.worker.grants;

import java.util.OptionalDouble;

/**
 * What one worker may do with one target until the grant runs out.
 *
 * @param slots conversations it may have under way
 * @param held slots that count as its own; more than {@code slots} while it has to give some back
 * @param requestsPerSecond its part of the target's rate; infinite when the target has no limit
 * @param tokensPerSecond its part of the target's tokens; infinite when the target has no limit
 * @param validUntil in the nanoseconds of the worker's own clock; earlier than the ledger forgets it
 */
record Grant(int slots, int held, double requestsPerSecond, double tokensPerSecond, long validUntil) {

    static Grant none(long now) {
        return new Grant(0, 0, 0, 0, now);
    }

    /** Of a rate of the target; no limit stays none. */
    static double partOf(OptionalDouble rate, double part) {
        return rate.isPresent() ? rate.getAsDouble() * part : Double.POSITIVE_INFINITY;
    }
}
