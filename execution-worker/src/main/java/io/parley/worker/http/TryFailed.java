package io.parley.worker.http;

import io.parley.worker.BrokenOff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One try came to nothing, and another may do better. */
final class TryFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final BrokenOff failure;
    private final @Nullable Duration wish;

    private TryFailed(BrokenOff failure, @Nullable Duration wish) {
        super(failure.getMessage(), null, false, false);
        this.failure = failure;
        this.wish = wish;
    }

    static TryFailed connection(BrokenOff failure) {
        return new TryFailed(failure, null);
    }

    /** @param wish how long the target wants to be left alone, or null if it did not say */
    static TryFailed busy(BrokenOff failure, @Nullable Duration wish) {
        return new TryFailed(failure, wish);
    }

    /** What it comes to when there is no other try. */
    BrokenOff failure() {
        return failure;
    }

    @Nullable Duration wish() {
        return wish;
    }
}
