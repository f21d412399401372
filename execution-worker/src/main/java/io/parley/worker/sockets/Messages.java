package io.parley.worker.sockets;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in answer.
 *
 * @param first from sending to the first message
 * @param last from sending to the last message
 * @param silence from the last message to when the answer was known to be complete
 * @param request what was sent, if it is to be kept
 */
record Messages(
        List<String> texts,
        Duration first,
        Duration last,
        Duration silence,
        @Nullable String request) {

    /** The same with what they answer. */
    Messages to(@Nullable String sent) {
        return new Messages(texts, first, last, silence, sent);
    }
}
