package io.parley.worker.grants;

import io.parley.contracts.TargetId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to hold one conversation with a target, until it is released. One that is to be taken later is so with the first request.
 * Used by one conversation, on one event loop.
 */
public final class Slot {

    private final Grants grants;
    private final TargetId target;
    private final boolean aside;
    private final Uni<Void> entrance;
    private boolean entered;
    private Duration waited = Duration.ZERO;
    private final AtomicBoolean released = new AtomicBoolean();

    /** @param entrance completes when the conversation is in */
    Slot(Grants grants, TargetId target, boolean aside, Uni<Void> entrance) {
        this.grants = grants;
        this.target = target;
        this.aside = aside;
        this.entrance = entrance;
    }

    /** Takes the slot, if it is to be taken yet; fails with {@link NoSlot}. */
    Uni<Slot> enter() {
        return entered ? Uni.createFrom().item(this) : Uni.createFrom().deferred(this::enterNow);
    }

    private Uni<Slot> enterNow() {
        long since = System.nanoTime();
        return entrance.invoke(() -> {
                    entered = true;
                    waited = Duration.ofNanos(System.nanoTime() - since);
                })
                .replaceWith(this);
    }

    /** How long it took to get it. */
    public Duration waited() {
        return waited;
    }

    /** Completes when the target's rate lets the next request go. Fails with {@link NoSlot} only where the slot is to be taken yet. */
    public Uni<Void> pace() {
        return entered ? grants.pace(target) : enter().chain(() -> grants.pace(target));
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
        if (entered && released.compareAndSet(false, true)) {
            grants.release(target, aside);
        }
    }
}
