package io.parley.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals secrets with AES-256-GCM under {@code parley.master-key}. A sealed text names its key, so that a rotated key is
 * told from a damaged text.
 */
@ApplicationScoped
public class Sealer {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();

    /** @param masterKey base64 of 32 bytes; anything else is an {@link IllegalArgumentException} */
    public Sealer(@ConfigProperty(name = "parley.master-key") String masterKey) {
        byte[] bytes = Base64.getDecoder().decode(masterKey);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("parley.master-key must be base64 of 32 bytes, was " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.keyId = idOf(bytes);
    }

    /** Text to store or send in place of {@code plain}; different each time. */
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return keyId + "." + Base64.getEncoder().encodeToString(both);
    }

    /** The text that was sealed. Another key or a changed text is an {@link IllegalStateException}. */
    public String open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0 || !sealed.substring(0, dot).equals(keyId)) {
            throw new IllegalStateException("secret was sealed under another master key");
        }
        ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(dot + 1)));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] body = new byte[both.remaining()];
        both.get(body);
        return new String(run(Cipher.DECRYPT_MODE, nonce, body), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("secret cannot be sealed or opened", failure);
        }
    }

    private static String idOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
