package io.parley.bench.fuzz;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent.
 *
 * @param uri path and query, percent-encoded or not
 * @param body none if it is empty
 */
public record FuzzRequest(Operation operation, String uri, Map<String, String> headers, Buffer body) {

    private static final int SHOWN = 1_500;

    /** For people; what is long is cut off. */
    @Override
    public String toString() {
        return cut(operation.method() + " " + uri) + " " + headers + "\n" + cut(body.toString(StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "... (" + text.length() + " characters)" : text;
    }
}
