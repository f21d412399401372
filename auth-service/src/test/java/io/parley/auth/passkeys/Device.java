package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** A device that keeps a key, and the browser before it; both do as they are told, also what real ones never do. */
final class Device {

    private static final int NEW_KEY = 0x40;
    private static final int ES256 = -7;

    private final KeyPair keys = newKeys("EC", 256);
    private final byte[] id = random(32);
    private String origin = "https://parley.local";
    private String party = "parley.local";
    private int flags = 0x05;
    private int counter;
    private Buffer publicKey = Buffer.buffer(keys.getPublic().getEncoded());

    Device onPageOf(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    Device forParty(String otherParty) {
        party = otherParty;
        return this;
    }

    /** Somebody touches it, and does not show who they are. */
    Device withoutVerification() {
        flags = 0x01;
        return this;
    }

    Device counting(int uses) {
        counter = uses;
        return this;
    }

    /** Says that its key is another, on a curve that nobody asked for. */
    Device withOtherCurve() {
        publicKey = Buffer.buffer(newKeys("EC", 384).getPublic().getEncoded());
        return this;
    }

    String id() {
        return encoded(id);
    }

    /** The credential for a challenge to make a key. */
    Map<String, Object> make(String challenge) {
        Buffer authenticatorData = authenticatorData(flags | NEW_KEY)
                .appendBytes(new byte[16])
                .appendUnsignedShort(id.length)
                .appendBytes(id)
                .appendByte((byte) 0xa0); // where the key in CBOR would be
        return credential(Map.of(
                "clientDataJSON",
                        encoded(clientData("webauthn.create", challenge).getBytes()),
                "authenticatorData", encoded(authenticatorData.getBytes()),
                "publicKey", encoded(publicKey.getBytes()),
                "publicKeyAlgorithm", ES256,
                "attestationObject", "not looked at"));
    }

    /** The credential for a challenge to log in. */
    Map<String, Object> use(String challenge) {
        return use("webauthn.get", challenge);
    }

    Map<String, Object> use(String type, String challenge) {
        Buffer clientData = clientData(type, challenge);
        Buffer authenticatorData = authenticatorData(flags);
        return credential(Map.of(
                "clientDataJSON", encoded(clientData.getBytes()),
                "authenticatorData", encoded(authenticatorData.getBytes()),
                "signature", encoded(sign(authenticatorData.copy().appendBytes(sha256(clientData.getBytes()))))));
    }

    private Map<String, Object> credential(Map<String, ?> response) {
        return Map.of("id", id(), "rawId", id(), "type", "public-key", "response", response);
    }

    private Buffer clientData(String type, String challenge) {
        return new JsonObject()
                .put("type", type)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", false)
                .toBuffer();
    }

    private Buffer authenticatorData(int withFlags) {
        return Buffer.buffer(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .appendByte((byte) withFlags)
                .appendUnsignedInt(counter);
    }

    private byte[] sign(Buffer what) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(what.getBytes());
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair newKeys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
