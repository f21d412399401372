package io.parley.auth.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthServiceTest
class AccessTokensTest {

    @Test
    void a_token_says_who_where_and_for_how_long() {
        Account account = Account.register();

        JsonPath claims = Jwt.claims(account.accessToken());

        assertThat(Jwt.header(account.accessToken()).<String, Object>getMap("$"))
                .containsEntry("alg", "ES256")
                .containsEntry("typ", "JWT");
        assertThat(claims.<String, Object>getMap("$"))
                .containsEntry("iss", "https://parley.local")
                .containsEntry("aud", "parley")
                .containsEntry("sub", account.id())
                .containsEntry("workspace", account.workspace())
                .containsEntry("role", "owner")
                .containsKey("jti");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,   viewer",
        "reviewer, viewer reviewer",
        "editor,   viewer reviewer editor",
        "admin,    viewer reviewer editor admin",
        "owner,    viewer reviewer editor admin owner",
    })
    void a_token_lists_every_role_that_is_implied(String role, String groups) {
        Account member = Account.register().in(Account.register(), role);

        JsonPath claims = Jwt.claims(member.accessToken());

        assertThat(claims.getString("role")).isEqualTo(role);
        assertThat(claims.getList("groups", String.class)).containsExactlyInAnyOrder(groups.split(" "));
    }

    @Test
    void a_token_is_verified_by_the_published_key() throws GeneralSecurityException {
        String token = Account.register().accessToken();
        JsonPath key = given().get("/.well-known/jwks.json")
                .jsonPath()
                .setRootPath("keys.find { it.kid == '" + Jwt.header(token).getString("kid") + "' }");

        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(publicKey(key));
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

        assertThat(key.<String, Object>getMap(""))
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsEntry("alg", "ES256")
                .containsEntry("use", "sig")
                .doesNotContainKey("d");
        assertThat(signature.verify(decode(token.substring(token.lastIndexOf('.') + 1))))
                .isTrue();
    }

    @Test
    void no_private_key_is_stored_in_clear() {
        Account.register();

        // PKCS #8 of a key on this curve starts with these bytes.
        assertThat(Database.query("select private_key from auth.signing_keys"))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored).doesNotContain("MEECAQAwEwYHKoZIzj0CAQ"));
    }

    @Test
    void a_token_with_a_changed_claim_is_refused() {
        Account account = Account.register();
        String[] parts = account.accessToken().split("\\.", -1);
        String claims = new String(decode(parts[1]), StandardCharsets.UTF_8)
                .replace(account.workspace(), Account.register().workspace());
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        given().auth().oauth2(forged).get("/api/v1/auth/me").then().statusCode(401);
    }

    private static PublicKey publicKey(JsonPath jwk) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(
                new BigInteger(1, decode(jwk.getString("x"))), new BigInteger(1, decode(jwk.getString("y"))));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] decode(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
