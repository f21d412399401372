package io.parley.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedKeyTest {

    @Test
    void the_key_of_a_token_is_the_one_it_names() throws Exception {
        ECPublicKey key = key();
        JsonNode published =
                new ObjectMapper().valueToTree(Map.of("keys", List.of(jwk("other", key()), jwk("mine", key))));

        String pem = PublishedKey.pem(published, token("mine"));

        assertThat(Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", "")))
                .isEqualTo(key.getEncoded());
        assertThatThrownBy(() -> PublishedKey.pem(published, token("nobody's"))).isInstanceOf(IOException.class);
    }

    private static ECPublicKey key() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        return (ECPublicKey) keys.generateKeyPair().getPublic();
    }

    private static Map<String, String> jwk(String id, ECPublicKey key) {
        return Map.of(
                "kid", id,
                "x", base64(key.getW().getAffineX().toByteArray()),
                "y", base64(key.getW().getAffineY().toByteArray()));
    }

    private static String token(String key) {
        return base64(("{\"kid\": \"" + key + "\"}").getBytes(StandardCharsets.UTF_8)) + ".e30.c2lnbmVk";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
