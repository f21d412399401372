package io.parley.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class AccessTest {

    @Test
    void a_good_token_passes_as_it_is() {
        String token = Client.token();

        for (int i = 0; i < 2; i++) {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/runs")
                    .then()
                    .statusCode(200)
                    .body("headers.authorization", equalTo("Bearer " + token));
        }
    }

    @Test
    void without_a_good_token_nobody_passes() {
        var workspace = TestTokens.newWorkspace();

        unauthorized(given().get("/api/v1/runs"));
        for (String header : List.of(
                "Bearer " + TestTokens.expired(workspace, Access.OWNER),
                "Bearer " + TestTokens.forged(workspace, Access.OWNER),
                "Bearer a.b.c",
                "Bearer nonsense",
                "Bearer",
                "Bearer ",
                "Basic dTpw",
                "ApiKey nonsense")) {
            unauthorized(given().header("Authorization", header).get("/api/v1/runs"));
        }
    }

    @Test
    void where_any_segment_will_do_there_must_be_one_and_no_more() {
        unauthorized(given().get("/api/v1/auth/oidc/start"));
        unauthorized(given().get("/api/v1/auth/oidc/7/8/start"));
        unauthorized(given().get("/api/v1/auth/oidc/7/start/8"));
    }

    @Test
    void a_token_that_was_good_is_refused_with_another_signature() {
        String token = Client.token();
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/runs")
                .then()
                .statusCode(200);

        String last = token.endsWith("AA") ? "BB" : "AA";
        unauthorized(given().header("Authorization", "Bearer " + token.substring(0, token.length() - 2) + last)
                .get("/api/v1/runs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login",
                "/api/v1/auth/register",
                "/api/v1/auth/refresh",
                "/api/v1/auth/logout",
                "/api/v1/suites/schema",
                "/api/v1/auth/oidc/7/start",
                "/api/v1/auth/oidc/7/callback",
                "/api/v1/auth/passkeys/login/begin",
                "/.well-known/openid-configuration",
                "/.well-known/jwks.json"
            })
    void public_paths_need_no_token_and_pass_none_on(String path) {
        given().get(path).then().statusCode(200);
        given().header("Authorization", "Bearer of yesterday")
                .header("X-API-Key", "plk_good")
                .get(path)
                .then()
                .statusCode(200)
                .body("headers.authorization", nullValue())
                .body("headers.x-api-key", nullValue());
    }

    @Test
    void a_path_below_a_public_one_is_not_public() {
        unauthorized(given().get("/api/v1/auth/login/7"));
        unauthorized(given().get("/api/v1/auth/login/../me"));
    }

    @Test
    void an_api_key_is_exchanged_for_a_token_and_goes_no_further() {
        for (Response answer : List.of(
                given().header("X-API-Key", "plk_good_1").get("/api/v1/runs"),
                given().header("Authorization", "ApiKey plk_good_1").get("/api/v1/runs"))) {
            answer.then()
                    .statusCode(200)
                    .body("headers.authorization", startsWith("Bearer ey"))
                    .body("headers.x-api-key", nullValue());
        }
    }

    @Test
    void a_key_is_exchanged_once_while_its_token_lasts() {
        int before = exchanges();

        for (int i = 0; i < 5; i++) {
            given().header("X-API-Key", "plk_good_2").get("/api/v1/runs").then().statusCode(200);
        }

        assertThat(exchanges()).isEqualTo(before + 1);
    }

    @Test
    void a_token_that_is_about_to_end_is_not_used_again() {
        int before = exchanges();

        for (int i = 0; i < 3; i++) {
            given().header("X-API-Key", "plk_brief").get("/api/v1/runs").then().statusCode(200);
        }

        assertThat(exchanges()).isEqualTo(before + 3);
    }

    @Test
    void a_key_that_is_refused_or_cannot_be_one_is_unauthorized() {
        int before = exchanges();

        unauthorized(given().header("X-API-Key", "plk_revoked").get("/api/v1/runs"));
        assertThat(exchanges()).isEqualTo(before + 1);

        unauthorized(given().header("X-API-Key", "nonsense").get("/api/v1/runs"));
        unauthorized(given().header("X-API-Key", "plk_" + "x".repeat(1000)).get("/api/v1/runs"));
        assertThat(exchanges()).isEqualTo(before + 1);
    }

    @Test
    void a_key_that_cannot_be_exchanged_now_can_be_tried_again() {
        given().header("X-API-Key", "plk_broken")
                .get("/api/v1/runs")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    private static int exchanges() {
        return Integer.parseInt(Client.known().get("/api/v1/auth/exchanges").asString());
    }

    private static void unauthorized(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthorized"))
                .body("requestId", equalTo(answer.getHeader("X-Request-Id")));
    }
}
