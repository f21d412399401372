package io.parley.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** The key that a token is verified with, out of those that the platform publishes. */
final class PublishedKey {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private PublishedKey() {}

    /** As PEM; what cannot be read is an {@link IOException}. */
    static String pem(JsonNode published, String token) throws IOException {
        JsonNode header = new ObjectMapper().readTree(BASE64.decode(token.substring(0, token.indexOf('.'))));
        JsonNode key = StreamSupport.stream(published.path("keys").spliterator(), false)
                .filter(candidate -> candidate.path("kid").equals(header.path("kid")))
                .findFirst()
                .orElseThrow(() -> new IOException("the token's key is not published"));
        try {
            byte[] encoded = KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), curve()))
                    .getEncoded();
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException noKey) {
            throw new IOException(noKey);
        }
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, BASE64.decode(key.path(name).asText()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return curve.getParameterSpec(ECParameterSpec.class);
    }
}
