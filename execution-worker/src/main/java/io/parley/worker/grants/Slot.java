package io.parley.worker.grants;

import io.parley.contracts.RunId;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to hold one conversation with a target, until it is released. One that is to be taken later is so with the first request, and
 * one aside with each. Used by one conversation, on one event loop.
 */
public final class Slot {

    private final Grants grants;
    private final Target partner;
    private final TargetId target;
    private final RunId run;
    private final boolean aside;
    private final AtomicBoolean entered = new AtomicBoolean();
    private boolean begun;
    private Duration waited = Duration.ZERO;

    /**
     * One that is not taken yet.
     *
     * @param aside whether the conversation is with another target
     * @param begun whether something was said in it already
     */
    Slot(Grants grants, Target partner, RunId run, boolean aside, boolean begun) {
        this.grants = grants;
        this.partner = partner;
        this.target = partner.id();
        this.run = run;
        this.aside = aside;
        this.begun = begun;
    }

    Target partner() {
        return partner;
    }

    RunId run() {
        return run;
    }

    boolean aside() {
        return aside;
    }

    /** Whether the conversation, which is with another target, is under way: to start over would be to say things twice. */
    boolean begun() {
        return begun;
    }

    /** Takes the slot, if it is to be taken yet; fails with {@link NoSlot}. */
    Uni<Slot> enter() {
        return entered.get() ? Uni.createFrom().item(this) : Uni.createFrom().deferred(this::enterNow);
    }

    private Uni<Slot> enterNow() {
        long since = System.nanoTime();
        return grants.enter(this).invoke(() -> entered(since)).replaceWith(this);
    }

    private void entered(long since) {
        entered.set(true);
        begun = aside;
        waited = Duration.ofNanos(System.nanoTime() - since);
    }

    /** How long it took to get it. */
    public Duration waited() {
        return waited;
    }

    /** Completes when the target's rate lets the next request go. Fails with {@link NoSlot} only where the slot is to be taken yet. */
    public Uni<Void> pace() {
        return entered.get() ? grants.pace(target) : enter().chain(() -> grants.pace(target));
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

    /** The target answered what it was asked for now. A slot aside is free for others until the next request, another one stays taken. */
    public void rest() {
        if (aside) {
            release();
        }
    }

    /** The conversation is over. Only the first call counts. */
    public void release() {
        if (entered.compareAndSet(true, false)) {
            grants.release(target, aside);
        }
    }
}
