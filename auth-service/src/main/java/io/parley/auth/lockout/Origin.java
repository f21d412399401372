package io.parley.auth.lockout;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Who tries to log in, and from where.
 *
 * @param email as it was typed
 * @param address of the client in the network, as the gateway saw it
 */
public record Origin(String email, String address) {

    Buffer account() {
        return hash("account " + email.toLowerCase(Locale.ROOT));
    }

    Buffer network() {
        return hash("address " + address);
    }

    Buffer requestsForAccount() {
        return hash("requests for account " + email.toLowerCase(Locale.ROOT));
    }

    Buffer requestsFromNetwork() {
        return hash("requests from address " + address);
    }

    private static Buffer hash(String subject) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
