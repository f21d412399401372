package io.parley.auth.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Jwt;
import io.parley.auth.testing.OwnSettings;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class ErasureTest {

    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

    @Test
    void of_who_is_erased_nothing_is_left_but_an_id_in_the_audit_log() {
        Account owner = Account.register();
        Account leaving = Account.register().in(owner, "admin");
        leaveTraces(owner, leaving);
        assertThat(tablesWith(leaving.email())).contains("users", "mails", "invitations");
        assertThat(tablesWith(leaving.id()))
                .contains("users", "members", "sessions", "api_keys", "second_factors", "passkeys");

        Response receipt = erase(leaving, Map.of("password", leaving.password()));

        receipt.then()
                .statusCode(200)
                .body("userId", equalTo(leaving.id()))
                .body("erasedAt", notNullValue())
                .body("workspaces", equalTo(List.of(ownWorkspace(receipt))));
        assertThat(tablesWith(leaving.email())).isEmpty();
        assertThat(tablesWith(leaving.id())).containsExactly("audit");
        assertThat(Database.query(
                        "select action from auth.audit where id::text = ? and object::text = ?",
                        receipt.path("id"),
                        leaving.id()))
                .containsExactly("user.erased");
    }

    @Test
    void tokens_of_who_is_erased_are_void_and_the_address_is_free_again() {
        Account account = Account.register();

        erase(account, Map.of("password", account.password())).then().statusCode(200);

        Account.send(Map.of("refreshToken", account.refreshToken()), "refresh")
                .then()
                .statusCode(401);
        await().atMost(FEW_SECONDS)
                .until(() -> account.call().get("/api/v1/auth/sessions").statusCode() == 401);
        assertThat(Account.register(account.email()).id()).isNotEqualTo(account.id());
    }

    @Test
    void keys_of_a_workspace_that_goes_are_void_at_once_and_so_are_tokens_that_were_made_of_them() {
        Account account = Account.register();
        JsonPath key = account.call()
                .body(Map.of("name", "ci", "scopes", List.of("runs:read")))
                .post("/api/v1/api-keys")
                .jsonPath();
        JsonPath revoked = account.call()
                .body(Map.of("name", "old", "scopes", List.of("runs:read")))
                .post("/api/v1/api-keys")
                .jsonPath();
        account.call().delete("/api/v1/api-keys/{id}", revoked.getString("id"));

        erase(account, Map.of("password", account.password())).then().statusCode(200);

        given().contentType(ContentType.JSON)
                .body(Map.of("key", key.getString("key")))
                .post("/internal/api-keys/exchange")
                .then()
                .statusCode(401);
        given().get("/internal/revocations")
                .then()
                .statusCode(200)
                .body(
                        "ended",
                        hasItems(
                                account.id(),
                                key.getString("id"),
                                revoked.getString("id"),
                                Jwt.claims(account.accessToken()).getString("sid")));
    }

    @Test
    void who_was_known_to_the_provider_of_a_workspace_that_goes_is_gone_with_it() {
        Account account = Account.register();
        String stranger = UUID.randomUUID().toString();
        Database.update("insert into auth.users (id, display_name) values (?::uuid, 'Somebody')", stranger);
        Database.update(
                "insert into auth.outside_identities (workspace_id, issuer, subject, user_id) values (?::uuid, 'https://id.example.com', 'somebody', ?::uuid)",
                account.workspace(),
                stranger);

        erase(account, Map.of("password", account.password())).then().statusCode(200);

        assertThat(tablesWith(stranger)).isEmpty();
    }

    @Test
    void who_joins_a_workspace_while_its_only_owner_is_being_erased_is_not_locked_out() throws Exception {
        Account owner = Account.register();
        Account joining = Account.register();

        try (Database.Change change = Database.begin(
                        "insert into auth.members (workspace_id, user_id, role) values (?::uuid, ?::uuid, 'viewer')",
                        owner.workspace(),
                        joining.id());
                ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            Future<Response> erased = meanwhile.submit(() -> erase(owner, Map.of("password", owner.password())));
            await().atMost(FEW_SECONDS).until(change::isWaitedFor);
            change.commit();

            erased.get().then().statusCode(409).body("code", equalTo("only-owner"));
        }
    }

    @Test
    void nobody_is_erased_by_a_token_alone() {
        Account account = Account.register();

        erase(account, Map.of()).then().statusCode(401).body("code", equalTo("erasure-refused"));
        account.call().delete("/api/v1/auth/me").then().statusCode(401);
        erase(account, Map.of("password", "not the password")).then().statusCode(401);

        account.call().get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void who_signs_in_elsewhere_has_signed_in_a_moment_ago() {
        Account account = Account.register();
        String issuer = "https://id.example.com/" + UUID.randomUUID();
        Database.update("update auth.users set email = null, password_hash = null where id::text = ?", account.id());
        Database.update(
                "insert into auth.outside_identities (workspace_id, issuer, subject, user_id) values (?::uuid, ?, 'somebody', ?::uuid)",
                account.workspace(),
                issuer,
                account.id());
        Database.update(
                "update auth.sessions set created_at = now() - interval '11 minutes' where user_id::text = ?",
                account.id());

        erase(account, Map.of()).then().statusCode(401);
        Database.update("update auth.sessions set created_at = now() where user_id::text = ?", account.id());
        erase(account, Map.of()).then().statusCode(200);

        assertThat(Database.query("select subject from auth.outside_identities where issuer = ?", issuer))
                .isEmpty();
        assertThat(tablesWith(account.id())).containsExactly("audit");
    }

    @Test
    void the_only_owner_of_a_workspace_that_others_are_in_hands_it_over_first() {
        Account owner = Account.register();
        Account member = Account.register().in(owner, "viewer");

        erase(owner, Map.of("password", owner.password()))
                .then()
                .statusCode(409)
                .body("code", equalTo("only-owner"))
                .body("detail", containsString(owner.workspace()));
        owner.call()
                .body(Map.of("email", member.email(), "role", "owner"))
                .put("/api/v1/workspaces/{id}/members", owner.workspace())
                .then()
                .statusCode(200);
        erase(owner, Map.of("password", owner.password()))
                .then()
                .statusCode(200)
                .body("workspaces", equalTo(List.of()));

        assertThat(Database.query("select role from auth.members where workspace_id::text = ?", owner.workspace()))
                .containsExactly("owner");
    }

    @Test
    void the_operator_erases_by_address_or_id_but_not_themselves() {
        Account one = Account.register();
        Account other = Account.register();

        eraseAsOperator(Map.of("email", one.email().toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("userId", equalTo(one.id()));
        eraseAsOperator(Map.of("userId", other.id())).then().statusCode(200);
        eraseAsOperator(Map.of("email", OwnSettings.OWNER))
                .then()
                .statusCode(409)
                .body("code", equalTo("operator-stays"));
        eraseAsOperator(Map.of("email", one.email())).then().statusCode(404);
        eraseAsOperator(Map.of("userId", other.id())).then().statusCode(404);
        eraseAsOperator(Map.of()).then().statusCode(422).body("errors.field", hasItem("/userId"));

        assertThat(tablesWith(one.email())).isEmpty();
        assertThat(Database.query(
                        "select actor::text = object::text from auth.audit where action = 'user.erased' and object::text = ?",
                        one.id()))
                .containsExactly("f");
    }

    @Test
    void nobody_else_erases_others() {
        Account account = Account.register();

        Account.register()
                .call()
                .body(Map.of("email", account.email()))
                .post("/api/v1/auth/erasures")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .delete("/api/v1/auth/me")
                .then()
                .statusCode(401);
    }

    @Test
    void a_request_without_a_body_is_told_what_is_missing_and_not_that_its_type_is_wrong() {
        Account account = Account.register();

        given().auth()
                .oauth2(account.accessToken())
                .delete("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("erasure-refused"));
        given().auth()
                .oauth2(account.accessToken())
                .noContentType()
                .post("/api/v1/api-keys")
                .then()
                .statusCode(422)
                .body("errors.field", contains("/"));
        given().auth()
                .oauth2(account.accessToken())
                .contentType("text/plain")
                .body("{}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(415);
    }

    /** Something in every table in which a user can be. */
    private static void leaveTraces(Account owner, Account leaving) {
        leaving.call()
                .body(Map.of("name", "ci", "scopes", List.of("runs:read")))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201);
        leaving.call()
                .body(Map.of("email", Account.newEmail(), "role", "viewer"))
                .post("/api/v1/workspaces/{id}/invitations", owner.workspace())
                .then()
                .statusCode(201);
        Account inviting = Account.register();
        inviting.call()
                .body(Map.of("email", leaving.email().toUpperCase(Locale.ROOT), "role", "viewer"))
                .post("/api/v1/workspaces/{id}/invitations", inviting.workspace())
                .then()
                .statusCode(201);
        leaving.call()
                .body(Map.of("password", leaving.password()))
                .post("/api/v1/auth/second-factor")
                .then()
                .statusCode(201);
        Database.update(
                "insert into auth.passkeys (user_id, key_id, name, public_key, algorithm, counter) values (?::uuid, ?, 'x', '', -7, 0)",
                leaving.id(),
                leaving.id().getBytes(StandardCharsets.UTF_8));
        Account.send(Map.of("email", leaving.email()), "password-reset").then().statusCode(204);
    }

    private static Object ownWorkspace(Response receipt) {
        List<String> workspaces = receipt.path("workspaces");
        assertThat(Database.query("select id from auth.workspaces where id::text = ?", workspaces.getFirst()))
                .isEmpty();
        return workspaces.getFirst();
    }

    private static Response erase(Account account, Map<String, ?> proof) {
        return account.call().body(proof).delete("/api/v1/auth/me");
    }

    private static Response eraseAsOperator(Map<String, ?> whom) {
        return Account.operator().body(whom).post("/api/v1/auth/erasures");
    }

    /** The tables of the service in which a text is, in whatever column, in whatever case. */
    private static List<String> tablesWith(String text) {
        return Database.query("select tablename from pg_tables where schemaname = 'auth' order by tablename").stream()
                .filter(table -> !Database.query(
                                "select 1 from auth.\"%s\" t where lower(t::text) like ?".formatted(table),
                                "%" + text.toLowerCase(Locale.ROOT) + "%")
                        .isEmpty())
                .toList();
    }
}
