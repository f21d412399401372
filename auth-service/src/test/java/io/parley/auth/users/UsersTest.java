package io.parley.auth.users;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class UsersTest {

    @Test
    void whoever_registers_owns_a_workspace_of_their_own() {
        Account account = Account.register();

        account.call()
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(account.id()))
                .body("email", equalTo(account.email()))
                .body("displayName", equalTo("Somebody"))
                .body("operator", equalTo(false))
                .body("workspaceId", equalTo(account.workspace()))
                .body("role", equalTo("owner"));
        assertThat(Database.query("select action from auth.audit where object::text = ?", account.id()))
                .containsOnlyOnce("user.registered");
    }

    @Test
    void an_address_has_one_account_however_it_is_spelt() {
        Account account = Account.register();

        Account.send(registration(account.email().toUpperCase(Locale.ROOT), "another password"), "register")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("email-taken"));
    }

    @Test
    void everything_that_is_wrong_with_a_registration_is_told_at_once() {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", "nobody", "displayName", " "))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("errors.field", hasItems("/email", "/password", "/displayName"));
    }

    @Test
    void what_the_database_cannot_hold_is_a_mistake_wherever_it_is() {
        Account owner = Account.register();
        Map<String, Object> key = Map.of("name", "a\0", "scopes", List.of("runs:read"));
        Map<String, String> member = Map.of("email", "a\0@example.org", "role", "viewer");
        String members = "/api/v1/workspaces/" + UUID.randomUUID() + "/members";

        assertRefused(Account.send(Map.of("email", "a\0", "password", "p"), "login"), "/email");
        assertRefused(
                Account.send(
                        Map.of("email", Account.newEmail(), "password", "correct horse", "displayName", "a\0"),
                        "register"),
                "/displayName");
        assertRefused(owner.call().body(Map.of("name", "a\0")).post("/api/v1/workspaces"), "/name");
        assertRefused(owner.call().body(key).post("/api/v1/api-keys"), "/name");
        assertRefused(owner.call().body(member).put(members), "/email");
        owner.call().get("/api/v1/audit?action={action}", "\0").then().statusCode(422);
    }

    @Test
    void plain_text_is_no_request() {
        given().contentType(ContentType.TEXT)
                .body("a token")
                .post("/api/v1/auth/email-verification/confirm")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private static void assertRefused(Response answer, String field) {
        answer.then().statusCode(422).body("errors.field", hasItem(field));
    }

    @Test
    void a_password_has_twelve_characters_or_more() {
        Account.send(registration(Account.newEmail(), "elevenchars"), "register")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/password"));
    }

    @Test
    void a_password_is_not_the_address() {
        String email = Account.newEmail();

        Account.send(registration(email, email.toUpperCase(Locale.ROOT)), "register")
                .then()
                .statusCode(422)
                .body("errors.message", hasItem("must not be the e-mail address"));
    }

    @Test
    void malformed_json_is_told_from_wrong_values() {
        given().contentType(ContentType.JSON)
                .body("{\"email\": ")
                .post("/api/v1/auth/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed"));
    }

    @Test
    void no_token_and_a_wrong_token_are_told_the_same() {
        for (String header : new String[] {null, "Bearer a.b.c", "Bearer nonsense", "Basic dTpw"}) {
            var request = header == null ? given() : given().header("Authorization", header);
            request.get("/api/v1/auth/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .body("code", equalTo("unauthorized"));
        }
    }

    @Test
    void a_user_who_has_left_the_workspace_of_their_token_is_not_found() {
        Account owner = Account.register();
        Account viewer = Account.register().in(owner, "viewer");
        owner.call().delete("/api/v1/workspaces/{id}/members/{user}", owner.workspace(), viewer.id());

        viewer.call().get("/api/v1/auth/me").then().statusCode(404).body("code", equalTo("user-not-found"));
    }

    @Test
    void the_audit_log_can_only_grow() {
        Account.register();

        for (String change : new String[] {"update auth.audit set action = ''", "delete from auth.audit"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Database.update(change)))
                    .hasMessageContaining("the audit log can only grow");
        }
    }

    private static Map<String, String> registration(String email, String password) {
        return Map.of("email", email, "password", password, "displayName", "Somebody");
    }
}
