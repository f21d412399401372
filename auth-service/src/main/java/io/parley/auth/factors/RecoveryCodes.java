package io.parley.auth.factors;

import io.parley.auth.opaque.OpaqueSecret;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for who has lost the authenticator, each good once. They have 80 random bits, so that one round of SHA-256 is enough
 * to store them.
 */
final class RecoveryCodes {

    private static final int CODES = 10;
    private static final int BYTES = 10;
    private static final int HALF = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** Ten new ones, such as {@code ABCDEFGH-IJKLMNOP}. */
    static List<String> generate() {
        return Stream.generate(RecoveryCodes::next).limit(CODES).toList();
    }

    /** The form in which one is stored and looked up, however it is typed. */
    static Buffer hash(String code) {
        return OpaqueSecret.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String text = Base32.encode(bytes);
        return text.substring(0, HALF) + "-" + text.substring(HALF);
    }
}
