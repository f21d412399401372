package io.parley.auth.apikeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthServiceTest
class ApiKeysTest {

    @Test
    void a_new_key_is_shown_once_and_stored_as_a_hash() {
        Account admin = Account.register();

        JsonPath created = create(admin, "runs:write")
                .then()
                .statusCode(201)
                .body("name", equalTo("CI"))
                .body("scopes", contains("runs:write"))
                .extract()
                .jsonPath();

        String key = created.getString("key");
        assertThat(key).startsWith(created.getString("prefix") + "_").startsWith("plk_");
        admin.call()
                .get("/api/v1/api-keys")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(created.getString("id")))
                .body("items[0].prefix", equalTo(created.getString("prefix")))
                .body("items[0].key", equalTo(null));
        assertThat(Database.query("select k::text from auth.api_keys k where id::text = ?", created.getString("id")))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain(key));
        assertThat(audit(created)).containsExactly("api-key.created");
    }

    @Test
    void a_key_is_exchanged_for_a_token_that_lives_a_minute() {
        Account admin = Account.register();
        JsonPath created = create(admin, "runs:write", "telemetry:write").jsonPath();

        JsonPath exchanged = exchange(created.getString("key"))
                .then()
                .statusCode(200)
                .body("expiresIn", equalTo(60))
                .extract()
                .jsonPath();

        JsonPath claims = Jwt.claims(exchanged.getString("accessToken"));
        assertThat(claims.<String, Object>getMap("$"))
                .containsEntry("sub", created.getString("id"))
                .containsEntry("workspace", admin.workspace())
                .doesNotContainKey("role");
        assertThat(claims.getList("groups", String.class))
                .containsExactlyInAnyOrder("runs:write", "runs:read", "telemetry:write");
        assertThat(claims.getString("scope").split(" ")).containsExactlyInAnyOrder("runs:write", "telemetry:write");
    }

    @Test
    void a_key_says_when_it_was_last_used() {
        Account admin = Account.register();
        JsonPath created = create(admin, "runs:read").jsonPath();
        assertThat(created.getString("lastUsedAt")).isNull();

        exchange(created.getString("key")).then().statusCode(200);

        admin.call().get("/api/v1/api-keys").then().body("items[0].lastUsedAt", startsWith("20"));
    }

    @Test
    void a_revoked_key_is_refused_and_listed_no_more() {
        Account admin = Account.register();
        JsonPath created = create(admin, "runs:read").jsonPath();

        revoke(admin, created.getString("id")).then().statusCode(204);

        exchange(created.getString("key"))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("api-key-refused"));
        admin.call().get("/api/v1/api-keys").then().body("items", hasSize(0));
        revoke(admin, created.getString("id")).then().statusCode(404);
        assertThat(audit(created)).containsExactly("api-key.created", "api-key.revoked");
    }

    @Test
    void an_expired_key_is_refused() {
        JsonPath created = create(Account.register(), "runs:read").jsonPath();
        Database.update("update auth.api_keys set expires_at = now() where id::text = ?", created.getString("id"));

        exchange(created.getString("key")).then().statusCode(401);
    }

    @Test
    void an_unknown_key_is_refused() {
        exchange("plk_00000000_nonsense").then().statusCode(401).body("code", equalTo("api-key-refused"));
    }

    @Test
    void a_key_has_a_name_scopes_and_an_expiry_that_is_yet_to_come() {
        Account admin = Account.register();

        admin.call()
                .body(Map.of("name", "", "scopes", List.of(), "expiresAt", Instant.EPOCH.toString()))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/name"))
                .body("errors.field", hasItem("/scopes"))
                .body("errors.field", hasItem("/expiresAt"));
        create(admin, "everything").then().statusCode(422).body("code", equalTo("invalid-input"));
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403, 403, 403", "editor, 403, 403, 403", "admin, 201, 200, 204", "owner, 201, 200, 204"})
    void what_each_role_may_do_with_keys(String role, int create, int list, int revoke) {
        Account owner = Account.register();
        String key = create(owner, "runs:read").jsonPath().getString("id");
        Account caller = Account.register().in(owner, role);

        assertThat(create(caller, "runs:read").statusCode()).isEqualTo(create);
        assertThat(caller.call().get("/api/v1/api-keys").statusCode()).isEqualTo(list);
        assertThat(revoke(caller, key).statusCode()).isEqualTo(revoke);
    }

    @Test
    void a_key_cannot_make_keys_or_look_at_the_workspace() {
        String key = create(Account.register(), "runs:write").jsonPath().getString("key");
        String token = exchange(key).jsonPath().getString("accessToken");

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "CI", "scopes", List.of("runs:write")))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth().oauth2(token).get("/api/v1/workspaces").then().statusCode(403);
    }

    @Test
    void a_strangers_key_is_not_found() {
        String key = create(Account.register(), "runs:read").jsonPath().getString("id");
        Account stranger = Account.register();

        revoke(stranger, key).then().statusCode(404).body("code", equalTo("api-key-not-found"));
        revoke(stranger, UUID.randomUUID().toString()).then().statusCode(404);
    }

    private static Response create(Account admin, String... scopes) {
        return admin.call()
                .body(Map.of("name", "CI", "scopes", List.of(scopes)))
                .post("/api/v1/api-keys");
    }

    private static Response revoke(Account admin, String id) {
        return admin.call().delete("/api/v1/api-keys/{id}", id);
    }

    private static Response exchange(String key) {
        return given().contentType(ContentType.JSON).body(Map.of("key", key)).post("/internal/api-keys/exchange");
    }

    private static List<String> audit(JsonPath created) {
        return Database.query(
                "select action from auth.audit where object::text = ? order by id", created.getString("id"));
    }
}
