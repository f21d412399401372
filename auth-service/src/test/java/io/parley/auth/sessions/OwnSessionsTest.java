package io.parley.auth.sessions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class OwnSessionsTest {

    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

    @Test
    void a_user_sees_the_sessions_that_have_not_ended() {
        Account account = Account.register();
        JsonPath other = login(account.email(), account.password()).jsonPath();
        String ended = login(account.email(), account.password()).jsonPath().getString("refreshToken");
        logout(ended);

        account.call()
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("current", containsInAnyOrder(true, false))
                .body("address", everyItem(equalTo("127.0.0.1")))
                .body("agent", everyItem(containsString("Java")));
        given().auth()
                .oauth2(other.getString("accessToken"))
                .get("/api/v1/auth/sessions")
                .then()
                .body("find { it.current }.id", not(equalTo(currentSession(account))));
    }

    @Test
    void a_session_that_its_user_ends_is_over_at_once_and_its_access_token_within_seconds() {
        Account account = Account.register();
        JsonPath other = login(account.email(), account.password()).jsonPath();

        account.call()
                .delete("/api/v1/auth/sessions/" + otherSession(account))
                .then()
                .statusCode(204);

        refresh(other.getString("refreshToken")).then().statusCode(401);
        await().atMost(FEW_SECONDS).until(() -> me(other.getString("accessToken")) == 401);
        assertThat(me(account.accessToken())).isEqualTo(200);
    }

    @Test
    void a_strangers_session_is_not_found() {
        Account account = Account.register();
        Account stranger = Account.register();

        account.call()
                .delete("/api/v1/auth/sessions/" + currentSession(stranger))
                .then()
                .statusCode(404)
                .body("code", equalTo("session-not-found"));

        refresh(stranger.refreshToken()).then().statusCode(200);
    }

    @Test
    void a_user_can_log_out_everywhere() {
        Account account = Account.register();
        JsonPath other = login(account.email(), account.password()).jsonPath();

        account.call().delete("/api/v1/auth/sessions").then().statusCode(204);

        refresh(account.refreshToken()).then().statusCode(401);
        refresh(other.getString("refreshToken")).then().statusCode(401);
        await().atMost(FEW_SECONDS)
                .until(() -> me(account.accessToken()) == 401 && me(other.getString("accessToken")) == 401);
        login(account.email(), account.password()).then().statusCode(200);
    }

    @Test
    void a_new_password_ends_every_other_session() {
        Account account = Account.register();
        JsonPath other = login(account.email(), account.password()).jsonPath();

        changePassword(account, account.password(), "another battery staple")
                .then()
                .statusCode(204);

        login(account.email(), account.password()).then().statusCode(401);
        login(account.email(), "another battery staple").then().statusCode(200);
        refresh(other.getString("refreshToken")).then().statusCode(401);
        refresh(account.refreshToken()).then().statusCode(200);
        assertThat(audit(account)).contains("user.password-changed");
    }

    @Test
    void a_password_is_changed_only_by_who_knows_it_and_to_a_good_one() {
        Account account = Account.register();

        changePassword(account, "not the password", "another battery staple")
                .then()
                .statusCode(401);
        changePassword(account, account.password(), "short")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/password"));

        login(account.email(), account.password()).then().statusCode(200);
    }

    @Test
    void a_token_from_before_a_change_of_the_role_is_void_within_seconds_and_the_next_one_has_the_new_role() {
        Account owner = Account.register();
        Account member = Account.register().in(owner, "admin");
        // a token says in whole seconds when it was made
        await().pollDelay(Duration.ofMillis(2_100)).until(() -> true);
        assertThat(me(member.accessToken())).as("known to be good by now").isEqualTo(200);

        owner.call()
                .body(Map.of("email", member.email(), "role", "viewer"))
                .put("/api/v1/workspaces/{id}/members", owner.workspace())
                .then()
                .statusCode(200);

        await().atMost(FEW_SECONDS).until(() -> me(member.accessToken()) == 401);
        String refreshed = refresh(member.refreshToken()).jsonPath().getString("accessToken");
        assertThat(me(refreshed)).isEqualTo(200);
    }

    private static Response changePassword(Account account, String current, String password) {
        return account.call()
                .body(Map.of("currentPassword", current, "password", password))
                .put("/api/v1/auth/password");
    }

    private static int me(String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/v1/auth/me").statusCode();
    }

    private static String currentSession(Account account) {
        return account.call().get("/api/v1/auth/sessions").jsonPath().getString("find { it.current }.id");
    }

    private static String otherSession(Account account) {
        return account.call().get("/api/v1/auth/sessions").jsonPath().getString("find { !it.current }.id");
    }

    private static Response login(String email, String password) {
        return Account.send(Map.of("email", email, "password", password), "login");
    }

    private static Response refresh(String token) {
        return Account.send(Map.of("refreshToken", token), "refresh");
    }

    private static Response logout(String token) {
        return Account.send(Map.of("refreshToken", token), "logout");
    }

    private static List<String> audit(Account account) {
        return Database.query("select action from auth.audit where actor::text = ?", account.id());
    }
}
