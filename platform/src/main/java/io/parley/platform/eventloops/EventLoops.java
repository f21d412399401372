package io.parley.platform.eventloops;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Pauses and hand-overs on event loops. */
@ApplicationScoped
public class EventLoops {

    private final Vertx vertx;

    public EventLoops(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Completes after the pause, on the context of the caller. */
    public Uni<Void> pause(Duration pause) {
        return pause.isPositive()
                ? Uni.createFrom()
                        .emitter(emitter ->
                                vertx.setTimer(Math.max(1, pause.toMillis()), fired -> emitter.complete(null)))
                : Uni.createFrom().voidItem();
    }

    /** Runs on the caller's context, wherever it is called from. */
    public Executor here() {
        Context context = vertx.getOrCreateContext();
        return task -> context.runOnContext(ignored -> task.run());
    }

    /** The caller's event loop as a clock for timeouts and retries: setting it takes no lock, unlike Mutiny's own. */
    public ScheduledExecutorService clock() {
        return ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    }
}
