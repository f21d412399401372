package io.parley.gateway.limits;

import java.time.Duration;

/**
 * A sliding window, told from the counts of two fixed ones: what was counted in the last one weighs as much as it still
 * overlaps with the window that ends now. Times are milliseconds.
 *
 * @param index which fixed window is counted in
 */
record Window(long index, long current, long previous) {

    private static final long LENGTH = Allowance.WINDOW.toMillis();

    static final Window EMPTY = new Window(0, 0, 0);

    /** The same counts, seen at a later time. */
    Window at(long now) {
        long present = now / LENGTH;
        if (present == index) {
            return this;
        }
        return new Window(present, 0, present == index + 1 ? current : 0);
    }

    Window counted() {
        return new Window(index, current + 1, previous);
    }

    /** What is left if the window is seen at {@code now}, and whether this request found room. */
    Allowance allowance(long now, long limit, boolean taken) {
        double past = (double) (now % LENGTH) / LENGTH;
        long remaining = (long) Math.max(0, Math.floor(limit - current - previous * (1 - past)));
        return new Allowance(taken, limit, remaining, Duration.ofMillis(LENGTH - now % LENGTH));
    }

    boolean hasRoom(long now, long limit) {
        return allowance(now, limit, true).remaining() > 0;
    }
}
