package io.parley.auth.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Mailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class RecoveryTest {

    private static final String RESET = "password-reset";
    private static final String VERIFICATION = "email-verification";
    private static final String NEW_PASSWORD = "another horse battery";

    /** Each test stands at an address of its own. */
    private final String address =
            "2001:db8:1::" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff);

    @Test
    void a_reset_sets_the_password_and_ends_every_session() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);

        assertThat(reset(token).statusCode()).isEqualTo(204);

        assertThat(login(account, account.password())).isEqualTo(401);
        assertThat(login(account, NEW_PASSWORD)).isEqualTo(200);
        assertThat(Account.send(Map.of("refreshToken", account.refreshToken()), "refresh")
                        .statusCode())
                .isEqualTo(401);
        assertThat(audit(account)).contains("user.password-reset-mailed", "user.password-reset");
    }

    @Test
    void a_token_resets_once_however_many_try_at_once() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);

        List<Response> answers = AtOnce.call(Collections.nCopies(8, () -> reset(token)));

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(204);
        assertThat(answers).extracting(Response::statusCode).containsOnly(204, 401);
        reset(token).then().statusCode(401).body("code", equalTo("mailed-token-refused"));
    }

    @Test
    void a_later_mail_replaces_the_token_of_an_earlier_one() {
        Account account = Account.register();
        String earlier = mailed(account, RESET, 1);
        String later = mailed(account, RESET, 2);

        assertThat(reset(earlier).statusCode()).isEqualTo(401);
        assertThat(reset(later).statusCode()).isEqualTo(204);
    }

    @Test
    void a_token_is_good_for_half_an_hour() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);
        Database.update(
                "update auth.mailed_tokens set expires_at = expires_at - interval '30 minutes' where user_id::text = ?",
                account.id());

        assertThat(reset(token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_is_good_for_one_purpose() {
        Account account = Account.register();

        assertThat(reset(Mailbox.token(account.email(), VERIFICATION, 1)).statusCode())
                .isEqualTo(401);
        assertThat(verify(mailed(account, RESET, 1)).statusCode()).isEqualTo(401);
    }

    @Test
    void who_asks_for_nobody_gets_the_same_answer_and_nothing_is_written() {
        Account account = Account.register();
        String nobody = Account.newEmail();

        Response forNobody = ask(RESET, nobody);
        Response forSomebody = ask(RESET, account.email());

        assertThat(forNobody.statusCode()).isEqualTo(forSomebody.statusCode()).isEqualTo(204);
        assertThat(forNobody.asString()).isEqualTo(forSomebody.asString());
        Mailbox.token(account.email(), RESET, 1);
        assertThat(open(nobody)).isEmpty();
        assertThat(Mailbox.count(nobody, RESET)).isZero();
    }

    @Test
    void more_than_five_requests_for_an_address_are_not_carried_out() {
        Account account = Account.register();

        for (int n = 1; n <= 5; n++) {
            mailed(account, RESET, n);
        }
        for (String email : List.of(account.email(), account.email().toUpperCase(Locale.ROOT))) {
            assertThat(ask(RESET, email).statusCode()).isEqualTo(204);
            assertThat(open(email)).isEmpty();
        }

        assertThat(Mailbox.count(account.email(), RESET)).isEqualTo(5);
        assertThat(login(account, account.password()))
                .as("logins are no concern of it")
                .isEqualTo(200);
    }

    @Test
    void a_reset_ends_the_lock_of_the_account() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);
        for (int wrong = 0; wrong < 5; wrong++) {
            login(account, "not the password");
        }
        assertThat(login(account, account.password())).isEqualTo(401);

        reset(token);

        assertThat(login(account, NEW_PASSWORD)).isEqualTo(200);
    }

    @Test
    void a_new_password_that_is_not_good_enough_leaves_the_token_as_it_was() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);

        Account.send(Map.of("token", token, "password", "short"), "password-reset/confirm")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/password"));

        assertThat(reset(token).statusCode()).isEqualTo(204);
    }

    @Test
    void whoever_registers_is_mailed_a_token_that_verifies_the_address() {
        Account account = Account.register();
        account.call().get("/api/v1/auth/me").then().body("emailVerified", equalTo(false));

        assertThat(verify(Mailbox.token(account.email(), VERIFICATION, 1)).statusCode())
                .isEqualTo(204);

        account.call().get("/api/v1/auth/me").then().body("emailVerified", equalTo(true));
        assertThat(audit(account)).contains("user.email-verified");
    }

    @Test
    void who_has_verified_an_address_is_not_asked_to_again() {
        Account account = Account.register();
        verify(Mailbox.token(account.email(), VERIFICATION, 1));

        assertThat(ask(VERIFICATION, account.email()).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> open(account.email()).isEmpty());

        assertThat(Mailbox.count(account.email(), VERIFICATION)).isEqualTo(1);
    }

    @Test
    void tokens_are_nowhere_in_clear_and_one_lives_for_each_user_and_purpose() {
        Account account = Account.register();
        String token = mailed(account, RESET, 1);

        assertThat(Database.query("select token from auth.mails where recipient = ?", account.email()))
                .noneMatch(stored -> stored.contains(token));
        assertThatThrownBy(() -> Database.update(
                        "insert into auth.mailed_tokens select user_id, purpose, sha256('other'), expires_at"
                                + " from auth.mailed_tokens where user_id::text = ? and purpose = 'password-reset'",
                        account.id()))
                .hasMessageContaining("mailed_tokens_pkey");
    }

    private String mailed(Account account, String purpose, int mails) {
        assertThat(ask(purpose, account.email()).statusCode()).isEqualTo(204);
        return Mailbox.token(account.email(), purpose, mails);
    }

    /** What was asked for this address and is not answered yet. */
    private static List<String> open(String email) {
        return Database.query("select id from auth.mail_requests where email = ?", email);
    }

    private Response ask(String purpose, String email) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("email", email))
                .post("/api/v1/auth/" + purpose);
    }

    private static Response reset(String token) {
        return Account.send(Map.of("token", token, "password", NEW_PASSWORD), "password-reset/confirm");
    }

    private static Response verify(String token) {
        return Account.send(Map.of("token", token), "email-verification/confirm");
    }

    private static int login(Account account, String password) {
        return Account.send(Map.of("email", account.email(), "password", password), "login")
                .statusCode();
    }

    private static List<String> audit(Account account) {
        return Database.query("select action from auth.audit where object::text = ?", account.id());
    }
}
