package io.parley.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** Whether a request has a body to come, even an empty one. */
public final class AnnouncedBody {

    /** HTTP/2 need not announce a body: that of anything but these may come. */
    private static final Set<HttpMethod> WITHOUT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.DELETE);

    private AnnouncedBody() {}

    /** Tells by the head of the request. */
    public static boolean isIn(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !WITHOUT.contains(request.method()));
    }
}
