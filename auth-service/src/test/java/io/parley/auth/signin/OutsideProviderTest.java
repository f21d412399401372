package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OutsideProviderTest extends OutsideSignIns {

    @Test
    void a_provider_that_takes_secrets_in_forms_only_gets_it_there() {
        provider.close();
        provider = StubProvider.start();
        provider.takeSecretsInFormsOnly();
        trust(admin);

        end(begin()).then().statusCode(200);

        assertThat(provider.lastSent("client_secret")).isEqualTo(StubProvider.SECRET);
        assertThat(provider.lastSent("Authorization")).isEmpty();
    }

    @Test
    void a_key_that_the_provider_has_changed_is_asked_for_once() {
        end(begin()).then().statusCode(200);
        provider.changeKey("second", true);

        end(begin()).then().statusCode(200);
        end(begin()).then().statusCode(200);

        assertThat(provider.keySetsGiven()).isEqualTo(2);
    }

    @Test
    void odd_answers_of_a_provider_are_its_failures_and_not_ours() {
        refused(claims -> claims.setSubject("nul\0"), "subject");
        String accessToken = end(begin(), claims -> claims.setClaim("name", "\u0001"))
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        assertThat(Database.query(
                        "select display_name from auth.users where id::text = ?",
                        Jwt.claims(accessToken).getString("sub")))
                .containsExactly(subject);

        provider.publish("{\"keys\": [1]}");
        provider.changeKey("unheard-of", false);
        end(begin()).then().statusCode(401).body("code", equalTo("sign-in-refused"));
        provider.changeKey("one of many", true);
        provider.publish("{\"keys\": [" + String.join(",", Collections.nCopies(51, provider.key())) + "]}");
        end(begin()).then().statusCode(401).body("code", equalTo("sign-in-refused"));
        provider.publish("{\"keys\": [" + String.join(",", Collections.nCopies(50, provider.key())) + "]}");
        end(begin()).then().statusCode(200);
    }

    @Test
    void what_is_wrong_with_a_provider_is_told_to_no_strangers() {
        provider.close();
        provider = StubProvider.start();
        trust(admin);
        provider.publish("x".repeat(65 * 1024));

        end(begin()).then().statusCode(401).body("detail", equalTo("the provider cannot be used now. Start again."));
    }

    @Test
    void what_the_provider_refused_is_told_without_repeating_its_words() {
        Begun begun = begin();

        callback(Map.of("state", begun.state(), "error", "access_denied<script>"), begun.state())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("sign-in-refused"))
                .body("detail", equalTo("the provider says: access_deniedscript. Start again."));
        Begun other = begin();
        callback(Map.of("state", other.state(), "code", "unknown"), other.state())
                .then()
                .statusCode(401)
                .body("detail", containsString("invalid_grant"));
    }

    @Test
    void without_a_provider_there_is_nowhere_to_begin_and_what_was_begun_or_open_is_over() {
        Begun begun = begin();
        Response signedIn = end(begin());

        admin.call()
                .delete("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(204);

        end(begun).then().statusCode(401);
        refresh(signedIn.path("refreshToken"), null).then().statusCode(401);
        given().get("/api/v1/auth/oidc/{id}/start", admin.workspace())
                .then()
                .statusCode(404)
                .body("code", equalTo("no-identity-provider"));
    }
}
