package io.parley.worker.houndify;

import io.parley.worker.BrokenOff;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a request says who sends it: HMAC-SHA256 of user id, semicolon, request id and time, one after another, under the decoded
 * client key, in base64 with the URL-safe alphabet. After "Authentication" in the documentation of the Houndify API
 * (docs.houndify.com), whose worked example the test has.
 *
 * @param timestamp seconds since 1970
 */
record Signature(String clientId, String userId, String requestId, long timestamp) {

    private static final String ALGORITHM = "HmacSHA256";

    /** The header {@code Hound-Request-Authentication}. */
    String requestAuthentication() {
        return userId + ";" + requestId;
    }

    /**
     * The header {@code Hound-Client-Authentication}; fails with {@link BrokenOff} when the key is none.
     *
     * @param clientKey base64 with the URL-safe alphabet
     */
    String clientAuthentication(String clientKey) {
        return clientId + ";" + timestamp + ";" + signed(clientKey);
    }

    private String signed(String clientKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(clientKey.strip()), ALGORITHM));
            byte[] message = (requestAuthentication() + timestamp).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().encodeToString(mac.doFinal(message));
        } catch (IllegalArgumentException noKey) {
            throw new BrokenOff(
                    "target-key-invalid",
                    "the target's secret KEY is no Houndify client key: it must be base64 with - and _ and not be empty");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
