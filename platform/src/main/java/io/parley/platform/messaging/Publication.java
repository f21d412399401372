package io.parley.platform.messaging;

import io.parley.platform.messaging.PublishFailed.Reason;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages that were handed in together and end together: with all confirmed, or with the first failure. */
final class Publication {

    private final Consumer<@Nullable PublishFailed> done;
    private int open;

    Publication(int messages, Consumer<@Nullable PublishFailed> done) {
        this.open = messages;
        this.done = done;
    }

    void confirm() {
        boolean last;
        synchronized (this) {
            last = open > 0 && --open == 0;
        }
        if (last) {
            done.accept(null);
        }
    }

    void fail(Reason reason) {
        boolean first;
        synchronized (this) {
            first = open > 0;
            open = 0;
        }
        if (first) {
            done.accept(new PublishFailed(reason));
        }
    }
}
