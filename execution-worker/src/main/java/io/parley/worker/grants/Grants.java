package io.parley.worker.grants;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.RunId;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.worker.WorkerSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Slots at targets, within what the target takes over all workers. While Redis is away grants run out after a few
 * seconds and no conversation starts; those under way go on, and starting resumes when Redis is back.
 */
@ApplicationScoped
public class Grants {

    private static final Logger LOG = Logger.getLogger(Grants.class);

    /** How often the gates are looked after while there are any. */
    private static final Duration TICK = Duration.ofMillis(20);

    /** How long a conversation waits for a slot; well below the time after which the broker takes a message back. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Before the consumers wait for what is under way. */
    private static final int STOP_FIRST = 50;

    private final Vertx vertx;
    private final EventLoops loops;
    private final Ledger ledger;
    private final Gates gates;

    /** Where the ticks run. */
    private final Context home;

    private @Nullable Long ticking;
    private boolean ledgerAway;
    private volatile boolean stopping;

    Grants(Vertx vertx, EventLoops loops, Ledger ledger, WorkerSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.loops = loops;
        this.ledger = ledger;
        this.gates = new Gates(settings.concurrency());
        this.home = vertx.getOrCreateContext();
        metrics.gauge("parley.slots.in.use", gates, Gates::inUse);
        metrics.gauge("parley.slots.awaited", gates, Gates::waiting);
    }

    /**
     * A slot at the target, on the context of the caller, once there is one; fails with {@link NoSlot} when there is
     * none for long, or the worker stops. Whoever got it releases it.
     */
    public Uni<Slot> acquire(Target target, RunId run) {
        return later(target, run).enter();
    }

    /**
     * A slot at one that a conversation with another target asks now and then. It is taken with each request until {@link
     * Slot#rest}, and counts there, but is no conversation of its own among those that the worker may have under way, which would
     * keep each other from it.
     *
     * @param begun whether something is said in the conversation before
     */
    public Slot aside(Target target, RunId run, boolean begun) {
        return new Slot(this, target, run, true, begun);
    }

    /** A slot that is taken when the first request is to go, for a conversation that may send none. */
    public Slot later(Target target, RunId run) {
        return new Slot(this, target, run, false, false);
    }

    /** Completes on the context of the caller. */
    Uni<Void> enter(Slot slot) {
        return Uni.createFrom().emitter(emitter -> {
            if (stopping && !slot.begun()) {
                emitter.fail(refusal());
                return;
            }
            Executor here = loops.here();
            Applicant applicant = new Applicant(
                    slot.partner().id(),
                    slot.run(),
                    slot.partner().limits(),
                    slot.aside(),
                    slot.begun(),
                    System.nanoTime(),
                    () -> here.execute(() -> emitter.complete(null)),
                    () -> here.execute(() -> emitter.fail(refusal())));
            if (gates.apply(applicant, System.nanoTime())) {
                emitter.complete(null);
            } else if (gates.isDue(applicant.target(), System.nanoTime())) {
                home.runOnContext(ignored -> wake());
            }
        });
    }

    void stop(@Observes @Priority(STOP_FIRST) ShutdownEvent event) {
        stopping = true;
        home.runOnContext(ignored -> tick());
    }

    Uni<Void> pace(TargetId target) {
        return Uni.createFrom().emitter(emitter -> {
            Executor here = loops.here();
            if (gates.tryGo(target, System.nanoTime(), () -> here.execute(() -> emitter.complete(null)))) {
                emitter.complete(null);
            }
        });
    }

    void holdBack(TargetId target, Duration pause) {
        gates.holdUntil(target, System.nanoTime() + pause.toNanos());
    }

    void answered(TargetId target, Duration latency) {
        gates.answered(target, latency);
    }

    void troubled(TargetId target) {
        gates.troubled(target);
    }

    void spent(TargetId target, long tokens) {
        gates.spent(target, tokens, System.nanoTime());
    }

    void release(TargetId target, boolean aside) {
        start(gates.leave(target, aside, System.nanoTime()));
    }

    private NoSlot refusal() {
        return new NoSlot(stopping ? NoSlot.Reason.STOPPING : NoSlot.Reason.ALL_TAKEN);
    }

    private void wake() {
        if (ticking == null) {
            ticking = vertx.setPeriodic(TICK.toMillis(), ignored -> tick());
        }
        tick();
    }

    private void tick() {
        long now = System.nanoTime();
        gates.giveUp(now - PATIENCE.toNanos(), stopping)
                .forEach(applicant -> applicant.onRefusal().run());
        gates.paced(now).forEach(Runnable::run);
        renewWhatIsDue();
        if (ticking != null && gates.isEmpty()) {
            vertx.cancelTimer(ticking);
            ticking = null;
        }
    }

    private void renewWhatIsDue() {
        gates.beginRenewals(System.nanoTime()).forEach(this::renew);
    }

    private void renew(TargetId target, Demand demand) {
        var unused = ledger.renew(target, demand)
                .emitOn(task -> home.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(grant -> renewed(target, grant), failure -> notRenewed(target, failure));
    }

    private void renewed(TargetId target, Grant grant) {
        if (ledgerAway) {
            ledgerAway = false;
            LOG.info("message=\"grants are renewed again\"");
        }
        start(gates.renewed(target, grant, System.nanoTime()));
        renewWhatIsDue();
    }

    private void notRenewed(TargetId target, Throwable failure) {
        if (!ledgerAway) {
            ledgerAway = true;
            LOG.warnf(
                    "message=\"grants cannot be renewed, no conversation starts until they can\" reason=\"%s\"",
                    failure);
        }
        gates.notRenewed(target, System.nanoTime());
    }

    private static void start(List<Applicant> entering) {
        entering.forEach(applicant -> applicant.onEntry().run());
    }
}
