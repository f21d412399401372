package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;

/** How keys sign, by the numbers of COSE (RFC 9053 and RFC 8812). */
enum Algorithm {
    ES256(-7, "EC", "SHA256withECDSA"),
    ED_DSA(-8, "Ed25519", "Ed25519"),
    RS256(-257, "RSA", "SHA256withRSA");

    private static final int P256_BITS = 256;
    private static final int LEAST_RSA_BITS = 2048;

    private final int number;
    private final String keys;
    private final String signatures;

    Algorithm(int number, String keys, String signatures) {
        this.number = number;
        this.keys = keys;
        this.signatures = signatures;
    }

    static Algorithm of(int number) {
        return Stream.of(values())
                .filter(algorithm -> algorithm.number == number)
                .findFirst()
                .orElseThrow(() -> new UnbelievableKey("its algorithm is not one that was asked for"));
    }

    int number() {
        return number;
    }

    /** Whether it is a public key of this algorithm, of a size that is safe; X.509 SubjectPublicKeyInfo. */
    void require(Buffer publicKey) {
        try {
            PublicKey key = read(publicKey);
            boolean safe = !(key instanceof ECPublicKey ec
                            && ec.getParams().getCurve().getField().getFieldSize() != P256_BITS)
                    && !(key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS);
            if (!safe) {
                throw new UnbelievableKey("its public key is not on P-256, or of fewer than 2048 bits");
            }
        } catch (GeneralSecurityException unreadable) {
            throw new UnbelievableKey("its public key cannot be read");
        }
    }

    boolean verifies(Buffer publicKey, Buffer signed, Buffer signature) {
        try {
            Signature verifier = Signature.getInstance(signatures);
            verifier.initVerify(read(publicKey));
            verifier.update(signed.getBytes());
            return verifier.verify(signature.getBytes());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private PublicKey read(Buffer publicKey) throws GeneralSecurityException {
        return KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(publicKey.getBytes()));
    }
}
