package io.parley.validation.limits;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Strikes once the time of the thread that made it is over, and never after it has ended. The time is the processor's, so
 * that a busy machine makes nothing fail, and eight times as much by the clock.
 */
public final class Watch {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int BY_THE_CLOCK = 8;

    private final Thread watched = Thread.currentThread();
    private final ScheduledExecutorService timer;
    private final Runnable strike;
    private final long latest;
    private final long end;
    private @Nullable ScheduledFuture<?> look;
    private boolean struck;
    private boolean ended;

    private Watch(ScheduledExecutorService timer, Duration limit, Runnable strike) {
        this.timer = timer;
        this.strike = strike;
        this.latest = System.nanoTime() + BY_THE_CLOCK * limit.toNanos();
        this.end = PROCESSOR.getCurrentThreadCpuTime() + limit.toNanos();
    }

    /** Begins now, for the thread that calls this. */
    static Watch start(ScheduledExecutorService timer, Duration limit, Runnable strike) {
        Watch watch = new Watch(timer, limit, strike);
        watch.strikeIn(limit.toNanos());
        return watch;
    }

    /** Called by the watched thread, which is not interrupted afterwards. Whether its time was over. */
    public synchronized boolean end() {
        ended = true;
        if (look != null) {
            look.cancel(false);
        }
        boolean interrupted = Thread.interrupted();
        return struck || interrupted;
    }

    private synchronized void strikeIn(long nanos) {
        look = timer.schedule(this::strike, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void strike() {
        if (ended) {
            return;
        }
        long left = Math.min(end - PROCESSOR.getThreadCpuTime(watched.threadId()), latest - System.nanoTime());
        if (left > 0) {
            strikeIn(left);
        } else {
            struck = true;
            strike.run();
        }
    }
}
