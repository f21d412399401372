package io.parley.auth.apikeys;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.platform.ids.Ids;
import java.util.UUID;

/**
 * A new API key.
 *
 * @param text {@code plk_<end of the id>_<secret>}: shown to its maker once, stored as a hash only
 */
record ApiKey(UUID id, String text) {

    static ApiKey generate() {
        UUID id = Ids.next();
        return new ApiKey(id, prefix(id) + "_" + OpaqueSecret.generate());
    }

    /** The part of a key's text by which people tell it from others; not secret. */
    static String prefix(UUID id) {
        return "plk_" + id.toString().substring(28);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "ApiKey[" + prefix(id) + "]";
    }
}
