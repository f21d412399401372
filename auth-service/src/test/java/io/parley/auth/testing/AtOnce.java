package io.parley.auth.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Calls made at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** What the calls gave, in their order; all have ended within half a minute. */
    public static <T> List<T> call(List<Callable<T>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls, 30, TimeUnit.SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
