package io.parley.telemetry.pseudonyms;

import io.parley.contracts.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes pseudonyms under {@code parley.pseudonym-key}. Each workspace has a key of its own, which follows from that one. */
@ApplicationScoped
public class Pseudonyms {

    static final String PREFIX = "p:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{22}");

    private final byte[] key;

    /** @param key base64 of 32 bytes; anything else is an {@link IllegalArgumentException} */
    Pseudonyms(@ConfigProperty(name = "parley.pseudonym-key") String key) {
        this.key = Base64.getDecoder().decode(key);
        if (this.key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "parley.pseudonym-key must be base64 of 32 bytes, was " + this.key.length);
        }
    }

    /** Those of a workspace. What the same subject is called in another one tells nothing about it. */
    public WorkspacePseudonyms of(WorkspaceId workspace) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(workspace.value().getMostSignificantBits())
                .putLong(workspace.value().getLeastSignificantBits())
                .array();
        return new WorkspacePseudonyms(mac(mac(key).doFinal(id)));
    }

    /** Whether a subject's id is a pseudonym, by its form. */
    public static boolean isPseudonym(String id) {
        return id.startsWith(PREFIX) && FORM.matcher(id).matches();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has it", impossible);
        }
    }
}
