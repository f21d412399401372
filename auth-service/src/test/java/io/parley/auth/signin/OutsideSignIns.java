package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.Account;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A workspace that trusts a provider, and a person on the way through it. */
abstract class OutsideSignIns {

    StubProvider provider = StubProvider.start();
    final String subject = UUID.randomUUID().toString();
    Account admin;

    @BeforeEach
    void trust() {
        admin = Account.register();
        trust(admin);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    void refused(Consumer<JwtClaims> change, String why) {
        end(begin(), change)
                .then()
                .statusCode(401)
                .body("code", equalTo("sign-in-refused"))
                .body("detail", containsString(why));
    }

    /** A sign-in at the provider, as the browser knows it. */
    record Begun(Map<String, String> query, String cookie) {

        String state() {
            return query.getOrDefault("state", "");
        }
    }

    Begun begin() {
        return begin(admin, provider);
    }

    static Begun begin(Account account, StubProvider provider) {
        Response started = given().redirects().follow(false).get("/api/v1/auth/oidc/{id}/start", account.workspace());
        started.then().statusCode(303);
        String location = started.header("Location");
        assertThat(location).startsWith(provider.issuer() + "/authorize?");
        return new Begun(
                StubProvider.query(location.substring(location.indexOf('?') + 1)), started.header("Set-Cookie"));
    }

    Response end(Begun begun) {
        return end(begun, claims -> {});
    }

    Response end(Begun begun, Consumer<JwtClaims> change) {
        return callback(provider.send(begun.query(), subject, change), begun.state());
    }

    Response callback(Map<String, String> query, String cookie) {
        return callback(query, cookie, admin.workspace());
    }

    static Response callback(Map<String, String> query, String cookie, String workspace) {
        return given().queryParams(query)
                .cookie("parley-sign-in", cookie)
                .get("/api/v1/auth/oidc/{id}/callback", workspace);
    }

    void trust(Account account) {
        trust(account, provider);
    }

    static void trust(Account account, StubProvider provider) {
        account.call()
                .body(Map.of(
                        "issuer",
                        provider.issuer(),
                        "clientId",
                        StubProvider.CLIENT,
                        "clientSecret",
                        StubProvider.SECRET,
                        "roles",
                        Map.of("testers", "editor", "leads", "admin", "guests", "viewer")))
                .put("/api/v1/workspaces/{id}/identity-provider", account.workspace())
                .then()
                .statusCode(200);
    }

    static Response refresh(String token, @Nullable String workspace) {
        Map<String, String> body = new HashMap<>(Map.of("refreshToken", token));
        if (workspace != null) {
            body.put("workspaceId", workspace);
        }
        return Account.send(body, "refresh");
    }
}
