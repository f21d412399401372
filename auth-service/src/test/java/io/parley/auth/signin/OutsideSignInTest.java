package io.parley.auth.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OutsideSignInTest {

    private StubProvider provider = StubProvider.start();
    private final String subject = UUID.randomUUID().toString();
    private Account admin;

    @BeforeEach
    void trust() {
        admin = Account.register();
        trust(admin);
    }

    @AfterEach
    void close() {
        provider.close();
    }

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
    void a_token_that_is_not_the_providers_for_this_sign_in_is_not_believed() {
        refused(claims -> claims.setClaim("nonce", "another"), "nonce");
        refused(claims -> claims.unsetClaim("nonce"), "nonce");
        refused(claims -> claims.setAudience("another-client"), "another client");
        refused(claims -> claims.setAudience(List.of(StubProvider.CLIENT, "another-client")), "another client");
        refused(claims -> claims.setClaim("azp", "another-client"), "another client");
        refused(claims -> claims.setIssuer("https://id.example.com"), "another issuer");
        refused(claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(0)), "expired");
        refused(claims -> claims.unsetClaim("exp"), "missing");
        refused(claims -> claims.unsetClaim("sub"), "missing");
        refused(claims -> claims.setSubject("x".repeat(256)), "subject");

        assertThat(Database.query("select subject from auth.outside_identities where issuer = ?", provider.issuer()))
                .isEmpty();
    }

    @Test
    void a_token_that_is_not_signed_with_the_providers_key_is_not_believed() {
        provider.changeKey("first", false);
        refused(claims -> {}, "signature");
        provider.changeKey("unheard-of", false);
        refused(claims -> {}, "signature");
        provider.signWithSharedSecret();
        refused(claims -> {}, "signature");
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
    void a_sign_in_ends_once_and_in_the_browser_that_began_it() {
        Begun begun = begin();
        Map<String, String> back = provider.send(begun.query(), subject, claims -> {});

        callback(back, "of another browser").then().statusCode(401).body("detail", containsString("browser"));
        given().queryParams(back)
                .get("/api/v1/auth/oidc/{id}/callback", admin.workspace())
                .then()
                .statusCode(401);
        callback(back, begun.state()).then().statusCode(200);
        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("ended already"));
    }

    @Test
    void a_sign_in_that_took_too_long_or_was_sent_back_by_another_provider_is_refused() {
        Begun late = begin();
        Database.update(
                "update auth.sign_ins set created_at = now() - interval '11 minutes' where workspace_id::text = ?",
                admin.workspace());
        end(late).then().statusCode(401);

        Begun begun = begin();
        Map<String, String> back = new HashMap<>(provider.send(begun.query(), subject, claims -> {}));
        back.put("iss", "https://id.example.com");
        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("another provider"));
    }

    @Test
    void a_provider_that_always_says_who_it_is_must_have_sent_the_browser_back() {
        provider.sayThatItNamesItself();
        trust(admin);
        Begun begun = begin();
        Map<String, String> back = new HashMap<>(provider.send(begun.query(), subject, claims -> {}));
        back.remove("iss");

        callback(back, begun.state()).then().statusCode(401).body("detail", containsString("another provider"));
        end(begin()).then().statusCode(200);
    }

    @Test
    void what_was_begun_for_one_workspace_does_not_end_at_the_address_of_another() {
        Account victim = admin;
        Account attacker = Account.register();
        try (StubProvider evil = StubProvider.start()) {
            trust(attacker, evil);
            Begun atVictim = begin(victim, provider);
            Begun atAttacker = begin(attacker, evil);
            Map<String, String> back = new HashMap<>(provider.send(atVictim.query(), subject, claims -> {}));
            back.remove("iss");
            back.put("state", atAttacker.state());

            callback(back, atAttacker.state(), victim.workspace())
                    .then()
                    .statusCode(401)
                    .body("detail", containsString("another workspace"));
            assertThat(evil.lastSent("code")).isEmpty();

            back.put("state", atVictim.state());
            callback(back, atVictim.state(), attacker.workspace()).then().statusCode(401);
            assertThat(evil.lastSent("code")).isEmpty();
            assertThat(provider.lastSent("code")).isEmpty();
        }
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
    void who_is_on_the_way_back_while_the_provider_is_removed_is_not_let_in() {
        Begun begun = begin();
        provider.beforeTokens(() -> admin.call()
                .delete("/api/v1/workspaces/{id}/identity-provider", admin.workspace())
                .then()
                .statusCode(204));

        end(begun)
                .then()
                .statusCode(401)
                .body("code", equalTo("sign-in-refused"))
                .body("detail", containsString("another identity provider now, or none"));

        assertThat(Database.query("select subject from auth.outside_identities where subject = ?", subject))
                .isEmpty();
        assertThat(Database.query(
                        "select id from auth.sessions where workspace_id::text = ? and confined", admin.workspace()))
                .isEmpty();
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

    private void refused(Consumer<JwtClaims> change, String why) {
        end(begin(), change)
                .then()
                .statusCode(401)
                .body("code", equalTo("sign-in-refused"))
                .body("detail", containsString(why));
    }

    /** A sign-in at the provider, as the browser knows it. */
    private record Begun(Map<String, String> query, String cookie) {

        String state() {
            return query.getOrDefault("state", "");
        }
    }

    private Begun begin() {
        return begin(admin, provider);
    }

    private static Begun begin(Account account, StubProvider provider) {
        Response started = given().redirects().follow(false).get("/api/v1/auth/oidc/{id}/start", account.workspace());
        started.then().statusCode(303);
        String location = started.header("Location");
        assertThat(location).startsWith(provider.issuer() + "/authorize?");
        return new Begun(
                StubProvider.query(location.substring(location.indexOf('?') + 1)), started.header("Set-Cookie"));
    }

    private Response end(Begun begun) {
        return end(begun, claims -> {});
    }

    private Response end(Begun begun, Consumer<JwtClaims> change) {
        return callback(provider.send(begun.query(), subject, change), begun.state());
    }

    private Response callback(Map<String, String> query, String cookie) {
        return callback(query, cookie, admin.workspace());
    }

    private static Response callback(Map<String, String> query, String cookie, String workspace) {
        return given().queryParams(query)
                .cookie("parley-sign-in", cookie)
                .get("/api/v1/auth/oidc/{id}/callback", workspace);
    }

    private void trust(Account account) {
        trust(account, provider);
    }

    private static void trust(Account account, StubProvider provider) {
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

    private static Response refresh(String token, @Nullable String workspace) {
        Map<String, String> body = new HashMap<>(Map.of("refreshToken", token));
        if (workspace != null) {
            body.put("workspaceId", workspace);
        }
        return Account.send(body, "refresh");
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
