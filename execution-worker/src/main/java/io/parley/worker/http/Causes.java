package io.parley.worker.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** What an exception of the HTTP client says about the target. */
final class Causes {

    private Causes() {}

    /** Why there is no connection. */
    static RuntimeException ofConnection(HttpCall call, Throwable cause) {
        if (isTls(cause)) {
            return HttpFailures.tls(call, cause);
        }
        return TryFailed.connection(HttpFailures.unreachable(call, cause));
    }

    /** Why a request on a connection got no complete response. */
    static RuntimeException ofAnswer(HttpCall call, Throwable cause) {
        if (isTls(cause)) {
            return HttpFailures.tls(call, cause);
        }
        return switch (cause) {
            case HttpClosedException closed -> TryFailed.connection(HttpFailures.brokenOff(call));
            case StreamResetException reset -> TryFailed.connection(HttpFailures.brokenOff(call));
            case IOException broken -> TryFailed.connection(HttpFailures.brokenOff(call));
            default -> HttpFailures.notHttp(call, cause);
        };
    }

    private static boolean isTls(Throwable cause) {
        return cause instanceof SSLException || cause.getCause() instanceof SSLException;
    }
}
