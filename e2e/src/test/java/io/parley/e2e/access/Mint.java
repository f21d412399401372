package io.parley.e2e.access;

import io.parley.e2e.api.Answer;
import io.parley.e2e.runs.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of one user, good and bad ones, for the workspace that it has. */
final class Mint {

    private static final String ES256 = "ES256";

    private final SigningKey key;
    private final UUID workspace;
    private final String subject;
    private final String issuer;

    Mint(SigningKey key, Workspace workspace) {
        this.key = key;
        this.workspace = workspace.id();
        this.subject = workspace
                .api()
                .get("/api/v1/auth/me")
                .expect(200)
                .json()
                .path("id")
                .asText();
        this.issuer = workspace
                .api()
                .get("/.well-known/openid-configuration")
                .expect(200)
                .json()
                .path("issuer")
                .asText();
    }

    /** One that is signed by the platform's key. */
    String token(Set<String> groups, Duration validity, String audience) {
        return signed(ES256, key.id(), claims(groups, validity, audience), key.privateKey());
    }

    /** One that says it needs no signature. */
    String unsigned(Set<String> groups, Duration validity) {
        return head("none", key.id()) + "." + claims(groups, validity, "parley") + ".";
    }

    /** One whose signature everybody can make who takes the public key for a shared secret. */
    String signedWithPublicKey(Set<String> groups, Duration validity) {
        String signed = head("HS256", key.id()) + "." + claims(groups, validity, "parley");
        String pem = "-----BEGIN PUBLIC KEY-----\n" + key.publicKey() + "\n-----END PUBLIC KEY-----\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** One that is signed well by a key that nobody has published. */
    String foreign(Set<String> groups, Duration validity) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            PrivateKey other = generator.generateKeyPair().getPrivate();
            return signed(ES256, UUID.randomUUID().toString(), claims(groups, validity, "parley"), other);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String signed(String algorithm, String keyId, String claims, PrivateKey privateKey) {
        String signed = head(algorithm, keyId) + "." + claims;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String head(String algorithm, String keyId) {
        return base64(Answer.write(Map.of("typ", "JWT", "alg", algorithm, "kid", keyId))
                .getBytes(StandardCharsets.UTF_8));
    }

    private String claims(Set<String> groups, Duration validity, String audience) {
        Instant expiry = Instant.now().plus(validity);
        Map<String, Object> claims = Map.of(
                "iss",
                issuer,
                "aud",
                audience,
                "sub",
                subject,
                "jti",
                UUID.randomUUID(),
                "workspace",
                workspace,
                "groups",
                groups,
                "iat",
                expiry.minus(Duration.ofMinutes(10)).getEpochSecond(),
                "exp",
                expiry.getEpochSecond());
        return base64(Answer.write(claims).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
