package io.parley.platform.expressions;

/**
 * How much work may still be done. Counted in steps, never in time, so that the same input always ends the same way; a
 * step is about 30 ns. Not safe for many threads.
 */
public final class Effort {

    /** Three seconds at the very worst; a thousand answers of 2 KiB cost less than a tenth of it. */
    private static final long OF_ONE_EXECUTION = 100_000_000;

    /** A tenth of a second at the very worst; a path may look at a hundred thousand values. */
    private static final long ON_AN_EVENT_LOOP = 3_000_000;

    private long left;

    private Effort(long left) {
        this.left = left;
    }

    /** What all expressions of one execution may cost together. */
    public static Effort ofOneExecution() {
        return new Effort(OF_ONE_EXECUTION);
    }

    /** What expressions may cost where others wait for the same thread. */
    public static Effort onAnEventLoop() {
        return new Effort(ON_AN_EVENT_LOOP);
    }

    /** Takes steps before they are done. More than there are left: {@link TooCostly}, and nothing is taken. */
    public void spend(long steps) {
        if (steps > left) {
            throw new TooCostly();
        }
        left -= steps;
    }
}
