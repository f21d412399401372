package io.parley.run.dispatch;

import io.parley.platform.messaging.Publisher;
import io.parley.run.runs.RunsChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends queued executions to the workers. The execution's row is its own outbox: it is claimed by a lock, published,
 * and marked by the commit after the broker has confirmed; whatever fails in between leaves it queued, and a request
 * sent twice has one result.
 *
 * <p>Only a window of each run is under way, so that a large run does not starve a small one and a cancelled one stops
 * soon. Woken when a run changes, which is when there is room again, and every second for what others have queued.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private static final int BATCH = 256;

    /** Shortest time from one round to the next: results come in batches, and so does the room they make. */
    private static final Duration INTERVAL = Duration.ofMillis(80);

    /** Before an execution counts as lost: the broker and all services may be away for as long and come back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Claims claims;
    private final Publisher publisher;
    private final Pool database;
    private final Vertx vertx;
    private final Context context;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile long lastBegun = System.nanoTime() - INTERVAL.toNanos();
    private volatile boolean changed;
    private volatile boolean stopped;

    Dispatcher(Claims claims, Publisher publisher, Pool database, Vertx vertx) {
        this.claims = claims;
        this.publisher = publisher;
        this.database = database;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    void changed(@Observes RunsChanged event) {
        wake();
    }

    @Scheduled(every = "1s")
    @NonBlocking
    void wake() {
        changed = true;
        if (!stopped && awake.compareAndSet(false, true)) {
            long due = lastBegun + INTERVAL.toNanos() - System.nanoTime();
            vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(due)), timer -> dispatch());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void dispatch() {
        changed = false;
        lastBegun = System.nanoTime();
        Context fresh = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(context));
        fresh.runOnContext(ignored -> {
            var unused = dispatchAll().subscribe().with(done -> sleep(), this::failed);
        });
    }

    private Uni<Void> dispatchAll() {
        return database.withTransaction(this::dispatchBatch)
                .onFailure(OvertakenByPause.class)
                .recoverWithItem(true)
                .chain(more ->
                        more && !stopped ? dispatchAll() : Uni.createFrom().voidItem());
    }

    /** Whether there may be more. */
    private Uni<Boolean> dispatchBatch(SqlConnection transaction) {
        return claims.claim(transaction, BATCH, PATIENCE)
                .call(executions -> executions.isEmpty() ? Uni.createFrom().voidItem() : send(transaction, executions))
                .map(executions -> !executions.isEmpty());
    }

    private Uni<Void> send(SqlConnection transaction, List<ClaimedExecution> executions) {
        return claims.overtakenByPause(transaction, executions)
                .invoke(Dispatcher::giveUpIf)
                .chain(() -> publish(executions))
                .chain(() -> claims.sent(transaction, executions));
    }

    private static void giveUpIf(boolean overtaken) {
        if (overtaken) {
            throw new OvertakenByPause();
        }
    }

    private Uni<Void> publish(List<ClaimedExecution> executions) {
        return publisher.publishMessages(
                executions.stream().map(ClaimedExecution::request).toList());
    }

    private void sleep() {
        awake.set(false);
        if (changed) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        LOG.warnf("message=\"nothing dispatched, it stays queued\" reason=\"%s\"", failure.toString());
        awake.set(false);
    }

    /** Rolls a claim back; the next one sees the pause. */
    private static final class OvertakenByPause extends RuntimeException {

        private static final long serialVersionUID = 1;

        OvertakenByPause() {
            super("a run was paused while it was being claimed", null, false, false);
        }
    }
}
