package io.parley.auth.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;

/**
 * A key pair on the curve P-256.
 *
 * @param id the {@code kid} of tokens signed with it
 */
public record SigningKey(String id, ECPublicKey publicKey, PrivateKey privateKey) {

    private static final String ALGORITHM = "EC";

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(UUID.randomUUID().toString(), (ECPublicKey) pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Puts a stored key together.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo
     * @param privateKey base64 of PKCS #8
     */
    static SigningKey of(String id, byte[] publicKey, String privateKey) {
        try {
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
            return new SigningKey(
                    id, publicKey(publicKey), KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("signing key " + id + " cannot be read", damaged);
        }
    }

    static ECPublicKey publicKey(byte[] encoded) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
            return (ECPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(spec);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("public key cannot be read", damaged);
        }
    }

    String encodedPrivateKey() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** Says nothing of the private half. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
