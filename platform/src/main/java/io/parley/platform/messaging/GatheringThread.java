package io.parley.platform.messaging;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * One thread that does what it is handed, in that order. Handing over takes no lock, so an event loop may do it. A lone
 * piece of work is done at once; what comes in the milliseconds after it is done in one go: the broker then gets it together
 * and writes it to disk together, which costs it far less than one message at a time.
 */
final class GatheringThread implements Executor {

    private static final Logger LOG = Logger.getLogger(GatheringThread.class);

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final long intervalNanos;
    private final Runnable afterEachGo;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean ended;
    private long lastBegun;

    private GatheringThread(String name, Duration interval, Runnable afterEachGo) {
        this.intervalNanos = interval.toNanos();
        this.afterEachGo = afterEachGo;
        this.lastBegun = System.nanoTime() - intervalNanos;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /**
     * Starts a thread.
     *
     * @param interval shortest time from one go to the next
     * @param afterEachGo what is still to be done when all that was handed in is
     */
    static GatheringThread start(String name, Duration interval, Runnable afterEachGo) {
        GatheringThread started = new GatheringThread(name, interval, afterEachGo);
        started.thread.start();
        return started;
    }

    /** Fails with {@link RejectedExecutionException} once the thread has ended. */
    @Override
    public void execute(Runnable task) {
        work.add(task);
        wake();
        if (ended && work.remove(task)) {
            throw new RejectedExecutionException(thread.getName() + " has ended");
        }
    }

    /** Does what it was handed so far, and ends. */
    void shutdown() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    private void wake() {
        if (idle.get() && idle.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (awaitWork()) {
            gather();
            doAll();
        }
        ended = true;
        doAll();
    }

    private boolean awaitWork() {
        while (work.isEmpty()) {
            if (stopping) {
                return false;
            }
            idle.set(true);
            if (work.isEmpty() && !stopping) {
                LockSupport.park(this);
            }
            idle.set(false);
        }
        return true;
    }

    private void gather() {
        long due = lastBegun + intervalNanos;
        for (long left = due - System.nanoTime(); left > 0 && !stopping; left = due - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        lastBegun = System.nanoTime();
    }

    private void doAll() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            run(task);
        }
        run(afterEachGo);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "message=\"work for the broker failed\" thread=%s", thread.getName());
        }
    }
}
