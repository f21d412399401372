package io.parley.worker.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came back, read to its end.
 *
 * @param retryAfter the header as it came
 * @param latency from sending the request to the last byte
 * @param firstByte from sending the request to the first byte of the body; to its end if it has none
 */
record HttpResponse(int status, @Nullable String retryAfter, String body, Duration latency, Duration firstByte) {

    private static final int TOO_MANY_REQUESTS = 429;

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the target has too much to do, by its own word or by failing. */
    boolean isTrouble() {
        return status == TOO_MANY_REQUESTS || status / 100 == 5;
    }

    /** Whether the target is too busy for now and wants to be asked again later. */
    boolean isBusy() {
        return status == TOO_MANY_REQUESTS || status == 503;
    }
}
