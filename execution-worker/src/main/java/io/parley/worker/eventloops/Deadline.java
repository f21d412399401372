package io.parley.worker.eventloops;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How long something may still take; used by one conversation, not shared between threads at once. */
public final class Deadline {

    private long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** Ends after this time. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; negative once it is over. */
    public Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** Gives back time that was spent without fault. */
    public void extend(Duration time) {
        end += time.toNanos();
    }

    /** Ends after this time from now on. */
    public void restart(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** The same work, whose time does not count, be it that it gives some of it back itself. */
    public <T> Uni<T> uncounted(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Duration left = left();
            return work.invoke(() -> extend(left.minus(left())));
        });
    }
}
