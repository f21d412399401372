package io.parley.validation.limits;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Need;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two threads that work keeps busy, and the timer that watches over it. They are not Vert.x' own: what runs on them wants a
 * larger stack than those have, and is ended from outside.
 */
public final class LimitedThreads {

    /** By the clock. */
    public static final Duration OF_AN_EXECUTION = Duration.ofSeconds(2);

    private static final int THREADS = 2;
    private static final long STACK = 4L << 20;

    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;
    private final Vertx vertx;

    public LimitedThreads(String name, Vertx vertx) {
        this.threads = Executors.newFixedThreadPool(THREADS, named(name));
        this.timer = new ScheduledThreadPoolExecutor(1, named(name + "-watch"));
        this.vertx = vertx;
        timer.setRemoveOnCancelPolicy(true);
    }

    public void stop() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    /**
     * Answers needs, many at a time; goes on where the caller was. Those of one execution follow each other, so that they
     * can share their time and one execution never holds more than one thread.
     *
     * @param execution needs that share it share the time that one execution may take
     * @param work does not throw, and lets itself be ended by a {@link #watch}
     * @param name of the needs of an execution, which begins a sentence: the scripts
     */
    public <N extends Need<A>, A> Uni<Map<N, Answer<A>>> answer(
            Collection<N> needs, Function<N, Effort> execution, Function<N, Answer<A>> work, String name) {
        Context context = vertx.getOrCreateContext();
        Map<Effort, List<N>> executions = needs.stream().collect(Collectors.groupingBy(execution));
        List<Uni<Map<N, Answer<A>>>> shares = new ArrayList<>();
        executions
                .values()
                .forEach(share -> shares.add(Uni.createFrom()
                        .item(() -> answerAll(share, work, name))
                        .runSubscriptionOn(threads)));
        return Uni.join()
                .all(shares)
                .andFailFast()
                .map(LimitedThreads::together)
                .emitOn(context::runOnContext);
    }

    /** Watches over the thread that calls this, and strikes from another one once its time is over. */
    public Watch watch(Duration limit, Runnable strike) {
        return Watch.start(timer, limit, strike);
    }

    private static <N extends Need<A>, A> Map<N, Answer<A>> answerAll(
            List<N> needs, Function<N, Answer<A>> work, String name) {
        Map<N, Answer<A>> answers = new HashMap<>();
        long end = System.nanoTime() + OF_AN_EXECUTION.toNanos();
        for (N need : needs) {
            answers.put(need, System.nanoTime() < end ? work.apply(need) : tooLate(name));
        }
        return answers;
    }

    private static <A> Answer<A> tooLate(String name) {
        return new Answer.Unknown<>(
                name + " of this conversation take longer than " + OF_AN_EXECUTION.toSeconds() + " s together");
    }

    private static <N, A> Map<N, Answer<A>> together(List<Map<N, Answer<A>>> shares) {
        Map<N, Answer<A>> all = new HashMap<>();
        shares.forEach(all::putAll);
        return all;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(null, work, name + "-" + number.getAndIncrement(), STACK);
            thread.setDaemon(true);
            return thread;
        };
    }
}
