package io.parley.gateway.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.zip.CRC32;

/** Tells a client what arrived of its request. */
final class Echo {

    private Echo() {}

    static void answer(HttpServerRequest request) {
        CRC32 sum = new CRC32();
        long[] length = new long[1];
        request.handler((Buffer part) -> {
            sum.update(part.getBytes());
            length[0] += part.length();
        });
        request.endHandler(over -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(describe(request, length[0], sum.getValue()).toBuffer()));
    }

    private static JsonObject describe(HttpServerRequest request, long length, long sum) {
        JsonObject headers = new JsonObject();
        request.headers()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        String.join("|", request.headers().getAll(header.getKey()))));
        return new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("length", length)
                .put("sum", sum);
    }
}
