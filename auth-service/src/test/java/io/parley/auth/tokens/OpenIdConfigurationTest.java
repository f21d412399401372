package io.parley.auth.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Jwt;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OpenIdConfigurationTest {

    @Test
    void who_has_a_token_finds_the_keys_from_its_issuer() {
        String token = Account.register().accessToken();

        JsonPath found = given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();

        String issuer = Jwt.claims(token).getString("iss");
        assertThat(found.getString("issuer")).isEqualTo(issuer);
        assertThat(found.getString("jwks_uri")).startsWith(issuer);
        assertThat(given().get(found.getString("jwks_uri").substring(issuer.length()))
                        .jsonPath()
                        .getList("keys.kid", String.class))
                .contains(Jwt.header(token).getString("kid"));
        assertThat(found.getList("claims_supported", String.class))
                .containsAll(Jwt.claims(token).getMap("$").keySet().stream()
                        .map(String::valueOf)
                        .toList());
    }

    @Test
    void it_promises_nothing_that_there_is_not() {
        given().get("/.well-known/openid-configuration")
                .then()
                .extract()
                .jsonPath()
                .getMap("$")
                .keySet()
                .forEach(key -> assertThat(key.toString()).doesNotContain("endpoint"));
    }
}
