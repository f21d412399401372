package io.parley.cli.up;

import io.parley.backing.Server;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts again what ends without having been told to: after half a second at first, then after pauses that double up to
 * half a minute for as long as it does not stay up.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private final ScheduledExecutorService threads;
    private final Consumer<String> log;
    private final Runnable changed;
    private final Map<Server, Watch> watches = new HashMap<>();

    /**
     * @param servers how many will be watched: each may have to be waited for at the same time
     * @param log is told of every end and every restart
     * @param changed is called after a restart
     */
    Supervisor(int servers, Consumer<String> log, Runnable changed) {
        this.threads = Executors.newScheduledThreadPool(
                servers, Thread.ofPlatform().daemon().name("supervisor-", 0).factory());
        this.log = log;
        this.changed = changed;
    }

    /** Watches a server that has been started. */
    synchronized void watch(Server server) {
        Watch watch = new Watch(server);
        watches.put(server, watch);
        watch.await();
    }

    /** Leaves the server alone from now on, whether it runs or not. */
    synchronized void release(Server server) {
        watches.remove(server);
    }

    /** Leaves all alone. */
    @Override
    public synchronized void close() {
        watches.clear();
        threads.shutdownNow();
    }

    private synchronized boolean watched(Watch watch) {
        return watches.get(watch.server) == watch;
    }

    private final class Watch {

        private final Server server;
        private long startedAt = System.nanoTime();
        private Duration pause = FIRST_PAUSE;

        Watch(Server server) {
            this.server = server;
        }

        void await() {
            var unused = server.ended().thenAccept(this::ended);
        }

        private void ended(int exitCode) {
            if (!watched(this)) {
                return;
            }
            if (System.nanoTime() - startedAt > STEADY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            log.accept("%s ended with code %d; it is started again in %.1f s (see parley logs %s)"
                    .formatted(server.name(), exitCode, pause.toMillis() / 1000.0, server.name()));
            scheduleStart();
        }

        private void scheduleStart() {
            var unused = threads.schedule(this::startAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }

        private void startAgain() {
            if (!watched(this)) {
                return;
            }
            try {
                startedAt = System.nanoTime();
                server.start();
                log.accept(server.name() + " is up again");
                changed.run();
                await();
            } catch (RuntimeException e) {
                if (watched(this)) {
                    log.accept(String.valueOf(e.getMessage()));
                    scheduleStart();
                }
            }
        }
    }
}
