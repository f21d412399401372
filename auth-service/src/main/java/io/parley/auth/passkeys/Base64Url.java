package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;
import java.util.Base64;

/** Bytes as WebAuthn's JSON has them: base64url without padding. */
final class Base64Url {

    private Base64Url() {}

    static String encode(Buffer bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes());
    }

    /** What is something else is {@link UnbelievableKey}. */
    static Buffer decode(String text) {
        try {
            return Buffer.buffer(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException somethingElse) {
            throw new UnbelievableKey("it is not base64url");
        }
    }
}
