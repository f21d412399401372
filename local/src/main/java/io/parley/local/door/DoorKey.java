package io.parley.local.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What opens the door, sent as platforms' API keys are. */
record DoorKey(String text) {

    private static final String SCHEME = "ApiKey ";
    private static final int UNAUTHORIZED = 401;
    private static final int BYTES = 32;

    static DoorKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DoorKey(HexFormat.of().formatHex(bytes));
    }

    void require(RoutingContext request) {
        String sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null && MessageDigest.isEqual(bytes(sent), bytes(SCHEME + text))) {
            request.next();
        } else {
            request.response().setStatusCode(UNAUTHORIZED).end();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DoorKey[]";
    }
}
