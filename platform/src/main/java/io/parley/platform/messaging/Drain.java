package io.parley.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Lets a stopping service finish what it has begun. */
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Drain() {}

    /** Waits on the stopping thread, which serves no I/O, until nothing is under way or the time is over. */
    static void finish(List<Subscription<?>> subscriptions, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (underWay(subscriptions) > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        int left = underWay(subscriptions);
        if (left > 0) {
            LOG.warnf("message=\"handed back unfinished\" messages=%d", left);
        }
    }

    private static int underWay(List<Subscription<?>> subscriptions) {
        return subscriptions.stream().mapToInt(Subscription::underWay).sum();
    }
}
