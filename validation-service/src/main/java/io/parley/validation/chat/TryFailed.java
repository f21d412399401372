package io.parley.validation.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request came to nothing, and another may do better. */
final class TryFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable Duration wish;

    /** @param wish how long the endpoint wants to be left alone, or null if it did not say */
    TryFailed(String reason, @Nullable Duration wish) {
        super(reason, null, false, false);
        this.wish = wish;
    }

    @Nullable Duration wish() {
        return wish;
    }
}
