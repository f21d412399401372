package io.parley.auth.keys;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** A public key on P-256 as JSON (RFC 7518, section 6.2). */
record Jwk(String kty, String crv, String use, String alg, String kid, String x, String y) {

    private static final int COORDINATE_BYTES = 32;

    static Jwk of(String id, ECPublicKey key) {
        return new Jwk(
                "EC",
                "P-256",
                "sig",
                "ES256",
                id,
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    /** Exactly 32 bytes, big-endian: {@link BigInteger} adds a sign byte or leaves out leading zeros. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
