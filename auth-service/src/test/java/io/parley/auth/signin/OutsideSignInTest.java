package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OutsideSignInTest extends OutsideSignIns {

    @Test
    void who_signs_in_is_sent_to_the_provider_with_a_challenge_and_gets_the_role_of_their_group() {
        Begun begun = begin();

        assertThat(begun.query())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", StubProvider.CLIENT)
                .containsEntry("scope", "openid profile email")
                .containsEntry(
                        "redirect_uri",
                        "https://parley.local/api/v1/auth/oidc/%s/callback".formatted(admin.workspace()))
                .containsEntry("code_challenge_method", "S256");
        assertThat(begun.cookie()).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/api/v1/auth/oidc");

        Response tokens = end(begun, claims -> claims.setClaim("name", "Ada"));

        tokens.then().statusCode(200).header("Cache-Control", "no-store");
        String accessToken = tokens.path("accessToken");
        assertThat(Jwt.claims(accessToken).getString("role")).isEqualTo("editor");
        assertThat(Jwt.claims(accessToken).getString("workspace")).isEqualTo(admin.workspace());
        assertThat(challenge(provider.lastSent("code_verifier")))
                .isEqualTo(begun.query().get("code_challenge"));
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(provider.lastSent("Authorization").substring("Basic ".length())),
                        StandardCharsets.UTF_8))
                .isEqualTo("parley:a+client%27s+secret%3A+%2B%26%25");
        assertThat(audit()).contains("identity-provider.set", "user.registered", "member.role-set", "session.opened");
    }

    @Test
    void who_signs_in_again_is_the_same_user_with_the_role_as_it_is_then() {
        String first = user(end(begin()));

        Response second = end(begin(), claims -> claims.setClaim("groups", List.of("testers", "leads")));
        Response third = end(begin(), claims -> claims.setClaim("groups", "guests"));

        assertThat(user(second)).isEqualTo(first);
        assertThat(user(third)).isEqualTo(first);
        assertThat(Jwt.claims(second.path("accessToken")).getString("role")).isEqualTo("admin");
        assertThat(Jwt.claims(third.path("accessToken")).getString("role")).isEqualTo("viewer");
    }

    @Test
    void who_is_in_no_group_with_a_role_is_not_admitted_and_not_a_member_any_more() {
        Response admitted = end(begin());

        end(begin(), claims -> claims.setClaim("groups", List.of("others")))
                .then()
                .statusCode(403)
                .body("code", equalTo("no-role"));

        assertThat(roles(user(admitted))).isEmpty();
        refresh(admitted.path("refreshToken"), null).then().statusCode(404);
        assertThat(audit()).contains("member.removed");
    }

    @Test
    void an_address_that_the_provider_tells_of_ties_nobody_to_the_account_that_has_it() {
        Account owner = Account.register();

        Response signedIn = end(begin(), claims -> {
            claims.setClaim("email", owner.email());
            claims.setClaim("email_verified", true);
        });

        assertThat(user(signedIn)).isNotEqualTo(owner.id());
        given().auth()
                .oauth2(signedIn.path("accessToken"))
                .get("/api/v1/auth/me")
                .then()
                .body("email", equalTo(owner.email()))
                .body("emailVerified", equalTo(false));
        owner.call().get("/api/v1/auth/me").then().body("id", equalTo(owner.id()));
    }

    @Test
    void many_first_sign_ins_at_once_make_one_user() {
        Callable<Response> signIn = () -> end(begin());

        Set<String> users = AtOnce.call(Collections.nCopies(8, signIn)).stream()
                .map(OutsideSignInTest::user)
                .collect(Collectors.toSet());

        assertThat(users).hasSize(1);
        assertThat(Database.query("select user_id from auth.outside_identities where subject = ?", subject))
                .containsExactlyElementsOf(users);
    }

    @Test
    void a_session_is_refreshed_like_any_other_but_good_in_its_workspace_only_and_for_half_a_day() {
        Account elsewhere = Account.register();
        Response signedIn = end(begin());
        Database.update(
                "insert into auth.members (workspace_id, user_id, role) values (?::uuid, ?::uuid, 'viewer')",
                elsewhere.workspace(),
                user(signedIn));

        Response next = refresh(signedIn.path("refreshToken"), null);
        next.then().statusCode(200);
        refresh(next.path("refreshToken"), elsewhere.workspace()).then().statusCode(404);
        refresh(next.path("refreshToken"), null).then().statusCode(200);

        Response another = end(begin());
        Database.update(
                "update auth.sessions set created_at = now() - interval '13 hours' where user_id::text = ?",
                user(signedIn));
        refresh(another.path("refreshToken"), null).then().statusCode(401);
    }

    @Test
    void who_signed_in_elsewhere_makes_no_workspaces_and_has_no_password_to_change() {
        String accessToken = end(begin()).path("accessToken");

        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(accessToken)
                .body(Map.of("name", "Mine"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(403)
                .body("code", equalTo("no-account"));
        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(accessToken)
                .body(Map.of("currentPassword", "", "password", "a new and long password"))
                .put("/api/v1/auth/password")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(accessToken)
                .body(Map.of("password", "anything"))
                .post("/api/v1/auth/second-factor")
                .then()
                .statusCode(401);
    }

    @Test
    void who_signs_in_to_two_workspaces_that_trust_one_provider_is_another_user_in_each() {
        Account other = Account.register();
        trust(other);
        String here = user(end(begin()));
        Begun begun = begin(other, provider);

        Response there = callback(
                provider.send(begun.query(), subject, claims -> claims.setClaim("email", "told.there@example.com")),
                begun.state(),
                other.workspace());

        assertThat(user(there)).isNotEqualTo(here);
        assertThat(Database.query(
                        "select workspace_id::text || coalesce(email, '') from auth.outside_identities where subject = ?",
                        subject))
                .containsExactlyInAnyOrder(admin.workspace(), other.workspace() + "told.there@example.com");
    }

    @Test
    void no_secret_is_stored_in_clear() {
        Begun begun = begin();

        List<String> rows = Database.query(
                "select s::text || p::text from auth.sign_ins s join auth.identity_providers p using (workspace_id)");

        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(begun.state()))
                .noneMatch(row -> row.contains(StubProvider.SECRET));
    }

    private static String user(Response tokens) {
        return Jwt.claims(tokens.then().statusCode(200).extract().path("accessToken"))
                .getString("sub");
    }

    private static List<String> roles(String user) {
        return Database.query("select role from auth.members where user_id::text = ?", user);
    }

    private List<String> audit() {
        return Database.query("select action from auth.audit where workspace_id::text = ?", admin.workspace());
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(OpaqueSecret.hash(verifier).getBytes());
    }
}
