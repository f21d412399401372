package io.parley.platform.requests;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Lets a stopping service answer what it was asked, for three seconds at most; what comes after that is sent away. Quarkus' own
 * graceful shutdown does the same but takes the whole time at every stop, since a listener of its Jackson extension never
 * says that it is done.
 */
@ApplicationScoped
class OpenRequests {

    private static final Logger LOG = Logger.getLogger(OpenRequests.class);

    private static final int BEFORE_EVERYTHING = 20_000;

    /** Before consumers and publishers stop: an answer may need them. */
    private static final int BEFORE_MESSAGING = 50;

    private static final String WEB_SOCKET = "websocket";
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopping;

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_EVERYTHING);
    }

    /** Waits on the stopping thread, which serves no I/O. */
    void finish(@Observes @Priority(BEFORE_MESSAGING) ShutdownEvent event) {
        stopping = true;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (open.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (open.get() > 0) {
            LOG.warnf("message=\"requests broken off\" requests=%d", open.get());
        }
    }

    /** A WebSocket is open for as long as its client likes, and not waited for. */
    private void count(RoutingContext routing) {
        if (stopping) {
            routing.response()
                    .setStatusCode(HttpResponseStatus.SERVICE_UNAVAILABLE.code())
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end();
            return;
        }
        if (!WEB_SOCKET.equalsIgnoreCase(routing.request().getHeader(HttpHeaders.UPGRADE))) {
            open.incrementAndGet();
            routing.addEndHandler(ended -> open.decrementAndGet());
        }
        routing.next();
    }
}
