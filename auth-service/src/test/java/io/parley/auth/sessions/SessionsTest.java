package io.parley.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class SessionsTest {

    private static final int TIMED = 9;

    @Test
    void a_login_gives_tokens_for_the_workspace_joined_first() {
        Account account = Account.register();

        JsonPath tokens = login(account.email().toUpperCase(Locale.ROOT), account.password())
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(600))
                .body("workspaceId", equalTo(account.workspace()))
                .extract()
                .jsonPath();

        assertThat(tokens.getString("refreshToken")).hasSize(43);
    }

    @Test
    void a_login_is_audited() {
        Account account = Account.register();

        assertThat(audit(account)).contains("session.opened");
    }

    @Test
    void an_unknown_user_and_a_wrong_password_get_the_same_answer() {
        Account account = Account.register();

        Response wrongPassword = login(account.email(), "not the password");
        Response unknownUser = login(Account.newEmail(), "not the password");

        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(unknownUser.statusCode()).isEqualTo(401);
        assertThat(withoutRequestId(unknownUser)).isEqualTo(withoutRequestId(wrongPassword));
    }

    @Test
    void an_unknown_user_takes_as_long_as_a_wrong_password() {
        Iterator<Account> accounts =
                Stream.generate(Account::register).limit(TIMED).toList().iterator();

        long wrongPassword = medianNanos(() -> login(accounts.next().email(), "not the password"));
        long unknownUser = medianNanos(() -> login(Account.newEmail(), "not the password"));

        // Without a hash an unknown user would be answered ten times as fast.
        assertThat((double) unknownUser / wrongPassword).isBetween(0.33, 3.0);
    }

    @Test
    void a_login_to_somebody_elses_workspace_is_not_found() {
        Account account = Account.register();
        Account stranger = Account.register();

        Account.send(
                        Map.of(
                                "email", account.email(),
                                "password", account.password(),
                                "workspaceId", stranger.workspace()),
                        "login")
                .then()
                .statusCode(404)
                .body("code", equalTo("workspace-not-found"));
    }

    @Test
    void a_refresh_gives_new_tokens_for_the_same_workspace() {
        Account account = Account.register();

        JsonPath tokens =
                refresh(account.refreshToken()).then().statusCode(200).extract().jsonPath();

        assertThat(tokens.getString("workspaceId")).isEqualTo(account.workspace());
        assertThat(tokens.getString("refreshToken")).isNotEqualTo(account.refreshToken());
        refresh(tokens.getString("refreshToken")).then().statusCode(200);
    }

    @Test
    void a_refresh_can_move_the_session_to_another_workspace_of_the_user() {
        Account owner = Account.register();
        Account account = Account.register().verified();
        owner.call()
                .body(Map.of("email", account.email(), "role", "editor"))
                .put("/api/v1/workspaces/{id}/members", owner.workspace());

        JsonPath moved = Account.send(
                        Map.of("refreshToken", account.refreshToken(), "workspaceId", owner.workspace()), "refresh")
                .jsonPath();
        JsonPath stayed = refresh(moved.getString("refreshToken")).jsonPath();

        assertThat(moved.getString("workspaceId")).isEqualTo(owner.workspace());
        assertThat(stayed.getString("workspaceId")).isEqualTo(owner.workspace());
    }

    @Test
    void a_refresh_for_a_strangers_workspace_is_not_found_and_spends_nothing() {
        Account account = Account.register();
        Account stranger = Account.register();

        Account.send(Map.of("refreshToken", account.refreshToken(), "workspaceId", stranger.workspace()), "refresh")
                .then()
                .statusCode(404)
                .body("code", equalTo("workspace-not-found"));

        refresh(account.refreshToken()).then().statusCode(200);
    }

    @Test
    void a_client_that_lost_the_answer_gets_the_same_refresh_token_again() {
        Account account = Account.register();

        String first = refresh(account.refreshToken()).jsonPath().getString("refreshToken");
        String again = refresh(account.refreshToken()).jsonPath().getString("refreshToken");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void the_reuse_of_a_spent_token_ends_the_session() {
        Account account = Account.register();
        String successor = refresh(account.refreshToken()).jsonPath().getString("refreshToken");
        spentLongAgo(account.refreshToken());

        refresh(account.refreshToken()).then().statusCode(401).body("code", equalTo("refresh-refused"));

        refresh(successor).then().statusCode(401).body("code", equalTo("refresh-refused"));
        assertThat(audit(account)).contains("session.token-reused");
    }

    @Test
    void fifty_refreshes_with_one_token_at_once_leave_one_live_token() {
        Account account = Account.register();

        List<Response> answers = AtOnce.call(Collections.nCopies(50, () -> refresh(account.refreshToken())));

        Set<String> successors = answers.stream()
                .map(answer ->
                        answer.then().statusCode(200).extract().jsonPath().getString("refreshToken"))
                .collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
        assertThat(Database.query("""
                        select count(*) from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id
                        where s.user_id::text = ? and s.ended_at is null and t.spent_at is null
                        """, account.id())).containsExactly("1");
    }

    @Test
    void the_schema_allows_a_session_no_second_live_token() {
        Account account = Account.register();

        assertThatThrownBy(() -> Database.update("""
                        insert into auth.refresh_tokens (hash, session_id, expires_at)
                        select sha256('another'), session_id, expires_at from auth.refresh_tokens where hash = ?
                        """, hash(account.refreshToken())))
                .hasMessageContaining("refresh_tokens_live_key");
    }

    @Test
    void an_expired_token_is_refused() {
        Account account = Account.register();
        Database.update(
                "update auth.refresh_tokens set expires_at = now() where hash = ?", hash(account.refreshToken()));

        refresh(account.refreshToken()).then().statusCode(401).body("code", equalTo("refresh-refused"));
    }

    @Test
    void an_unknown_token_is_refused() {
        refresh("nonsense").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void a_logout_ends_the_session_and_says_nothing() {
        Account account = Account.register();

        logout(account.refreshToken()).then().statusCode(204);

        refresh(account.refreshToken()).then().statusCode(401);
        assertThat(audit(account)).contains("session.ended");
        logout(account.refreshToken()).then().statusCode(204);
        logout(UUID.randomUUID().toString()).then().statusCode(204);
    }

    @Test
    void a_member_who_was_removed_cannot_refresh_into_the_workspace() {
        Account owner = Account.register();
        Account viewer = Account.register().in(owner, "viewer");
        owner.call()
                .delete("/api/v1/workspaces/{id}/members/{user}", owner.workspace(), viewer.id())
                .then()
                .statusCode(204);

        refresh(viewer.refreshToken()).then().statusCode(404).body("code", equalTo("workspace-not-found"));
    }

    @Test
    void no_token_is_stored_in_clear() {
        Account account = Account.register();
        refresh(account.refreshToken());

        assertThat(Database.query("select t::text from auth.refresh_tokens t"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(account.refreshToken()));
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

    private static void spentLongAgo(String token) {
        int changed = Database.update(
                "update auth.refresh_tokens set spent_at = now() - interval '11 seconds' where hash = ?", hash(token));
        assertThat(changed).isEqualTo(1);
    }

    private static byte[] hash(String token) {
        return OpaqueSecret.hash(token).getBytes();
    }

    private static String withoutRequestId(Response response) {
        return response.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static long medianNanos(Supplier<Response> call) {
        long[] times = IntStream.range(0, TIMED)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    assertThat(call.get().statusCode()).isEqualTo(401);
                    return System.nanoTime() - start;
                })
                .toArray();
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
