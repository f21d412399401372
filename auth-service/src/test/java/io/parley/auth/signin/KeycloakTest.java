package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Jwt;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way with a provider that is not ours: its pages, its codes, its tokens. */
@AuthServiceTest
class KeycloakTest {

    private static final String PASSWORD = "only-for-tests";

    private static Keycloak keycloak;

    private Account admin;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @BeforeEach
    void trust() {
        admin = Account.register();
        admin.call()
                .body(Map.of(
                        "issuer",
                        keycloak.issuer(),
                        "clientId",
                        "parley",
                        "clientSecret",
                        PASSWORD,
                        "roles",
                        Map.of("testers", "editor")))
                .put("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(200);
    }

    @Test
    void who_logs_in_there_is_logged_in_here_with_the_role_of_their_group_and_the_same_user_each_time()
            throws Exception {
        Response first = signIn("ada");
        Response second = signIn("ada");

        first.then().statusCode(200);
        String accessToken = first.path("accessToken");
        assertThat(Jwt.claims(accessToken).getString("role")).isEqualTo("editor");
        given().auth()
                .oauth2(accessToken)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada Tester"))
                .body("email", equalTo("ada@example.com"))
                .body("emailVerified", equalTo(false));
        assertThat(Jwt.claims(second.path("accessToken")).getString("sub"))
                .isEqualTo(Jwt.claims(accessToken).getString("sub"));
        Account.send(Map.of("refreshToken", first.path("refreshToken")), "refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void who_logs_in_there_and_has_no_business_here_is_told_so() throws Exception {
        signIn("bob").then().statusCode(403).body("code", equalTo("no-role"));
    }

    private Response signIn(String user) throws Exception {
        Response started = given().redirects().follow(false).get("/api/v1/auth/oidc/{id}/start", admin.workspace());
        started.then().statusCode(303);
        try (Browser browser = new Browser()) {
            URI back = browser.logIn(URI.create(started.header("Location")), user, PASSWORD);
            assertThat(back.toString())
                    .startsWith("https://parley.local/api/v1/auth/oidc/%s/callback?".formatted(admin.workspace()));
            return given().queryParams(StubProvider.query(back.getRawQuery()))
                    .cookie("parley-sign-in", started.cookie("parley-sign-in"))
                    .get(back.getPath());
        }
    }
}
