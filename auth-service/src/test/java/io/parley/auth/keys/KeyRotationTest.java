package io.parley.auth.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Jwt;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class KeyRotationTest {

    @Test
    void tokens_signed_before_a_rotation_stay_good_and_later_ones_have_the_next_key() {
        Account account = Account.register();

        Account.operator().post("/api/v1/auth/keys/rotate").then().statusCode(204);

        Account later = Account.register();
        account.call().get("/api/v1/auth/me").then().statusCode(200);
        later.call().get("/api/v1/auth/me").then().statusCode(200);
        assertThat(kid(later)).isNotEqualTo(kid(account));
        given().get("/.well-known/jwks.json")
                .then()
                .body("keys.kid", hasItem(kid(account)))
                .body("keys.kid", hasItem(kid(later)));
    }

    @Test
    void only_the_operator_rotates() {
        Account.register().call().post("/api/v1/auth/keys/rotate").then().statusCode(403);
    }

    private static String kid(Account account) {
        return Jwt.header(account.accessToken()).getString("kid");
    }
}
