package io.parley.worker.grants;

import io.parley.contracts.TargetId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to hold one conversation with a target, until it is released. */
public final class Slot {

    private final Grants grants;
    private final TargetId target;
    private final boolean aside;
    private final AtomicBoolean released = new AtomicBoolean();

    Slot(Grants grants, TargetId target, boolean aside) {
        this.grants = grants;
        this.target = target;
        this.aside = aside;
    }

    /** Completes when the target's rate lets the next request go. */
    public Uni<Void> pace() {
        return grants.pace(target);
    }

    /** The target asked for a pause: none of this worker's conversations sends it anything meanwhile. */
    public void holdBack(Duration pause) {
        grants.holdBack(target, pause);
    }

    /** The target answered a request, in so much time. */
    public void answered(Duration latency) {
        grants.answered(target, latency);
    }

    /** The target had too much of a request: it said so, it failed itself, or it gave no answer in time. */
    public void troubled() {
        grants.troubled(target);
    }

    /** An answer took so many tokens of the target's model. */
    public void spent(long tokens) {
        grants.spent(target, tokens);
    }

    /** The conversation is over. Only the first call counts. */
    public void release() {
        if (released.compareAndSet(false, true)) {
            grants.release(target, aside);
        }
    }
}
