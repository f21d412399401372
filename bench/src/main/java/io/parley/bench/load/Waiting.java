package io.parley.bench.load;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The benchmark's own thread has nothing to do but to wait. */
public final class Waiting {

    private Waiting() {}

    /** What comes of it; what fails or takes longer is an {@link IOException}. */
    public static <T> T on(Future<T> future, Duration atMost) throws IOException {
        try {
            return future.timeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (RuntimeException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
