package io.parley.worker.http;

import io.parley.worker.cache.Kept;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came back, read to its end.
 *
 * @param retryAfter the header as it came
 * @param contentType the header as it came
 * @param cookies the headers that set some
 * @param latency from sending the request to the last byte
 * @param firstByte from sending the request to where the answer begins; to its end if it has none
 */
public record HttpResponse(
        int status,
        @Nullable String retryAfter,
        @Nullable String contentType,
        List<String> cookies,
        String body,
        Duration latency,
        Duration firstByte) {

    private static final String EVENT_STREAM = "text/event-stream";

    private static final int TOO_MANY_REQUESTS = 429;

    static HttpResponse of(Kept kept) {
        return new HttpResponse(
                kept.status(), null, kept.contentType(), List.of(), kept.body(), kept.latency(), kept.firstByte());
    }

    Kept kept() {
        return new Kept(status, contentType, body, latency, firstByte);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isRedirect() {
        return status / 100 == 3;
    }

    /** Whether the body is a stream of events. */
    public boolean isEventStream() {
        return isEventStream(contentType);
    }

    static boolean isEventStream(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(EVENT_STREAM);
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
