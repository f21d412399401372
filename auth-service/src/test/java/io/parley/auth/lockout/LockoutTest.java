package io.parley.auth.lockout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.auth.testing.Mailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class LockoutTest {

    private static final String WRONG = "not the password";

    /** Each test stands at an address of its own. */
    private final String address =
            "2001:db8::" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff);

    @Test
    void four_wrong_passwords_are_forgotten_with_the_right_one() {
        Account account = Account.register();

        for (int round = 0; round < 3; round++) {
            for (int wrong = 0; wrong < 4; wrong++) {
                assertThat(login(account.email(), WRONG).statusCode()).isEqualTo(401);
            }
            assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(200);
        }
        assertThat(locks(account.email())).isEmpty();
    }

    @Test
    void the_fifth_wrong_password_locks_and_the_right_one_gets_the_same_answer_then() {
        Account account = Account.register();

        Response wrong = wrongly(account.email(), 5);
        Response right = login(account.email(), account.password());

        assertThat(right.statusCode()).isEqualTo(401);
        assertThat(withoutRequestId(right)).isEqualTo(withoutRequestId(wrong));
        assertThat(audit(account)).containsOnlyOnce("user.locked");
        assertThat(Mailbox.count(account.email(), "account-locked")).isEqualTo(1);
    }

    @Test
    void the_fifth_password_can_still_be_the_right_one() {
        Account account = Account.register();
        wrongly(account.email(), 4);

        assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(200);
        assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(200);
        assertThat(audit(account)).doesNotContain("user.locked");
        assertThat(Mailbox.count(account.email(), "account-locked")).isZero();
    }

    @Test
    void fifty_wrong_passwords_at_once_lock_once_and_no_more_than_five_are_looked_at() {
        Account account = Account.register();
        Callable<Response> wrong = () -> login(account.email(), WRONG);

        List<Response> answers = AtOnce.call(Collections.nCopies(49, wrong));

        assertThat(answers).extracting(Response::statusCode).containsOnly(401);
        // One try is counted for each password that is looked at, before it is.
        assertThat(Database.query(
                        "select tries from auth.login_tries where most = 5 and subject = ?", hash(account.email())))
                .containsExactly("5");
        assertThat(locks(account.email())).containsExactly("1");
        assertThat(audit(account)).containsOnlyOnce("user.locked");
    }

    @Test
    void an_address_of_nobody_is_locked_just_the_same() {
        String nobody = Account.newEmail();

        Response last = wrongly(nobody, 5);

        assertThat(locks(nobody)).containsExactly("1");
        assertThat(withoutRequestId(wrongly(nobody, 1))).isEqualTo(withoutRequestId(last));
    }

    @Test
    void a_lock_ends_and_the_next_one_lasts_twice_as_long() {
        Account account = Account.register();
        wrongly(account.email(), 5);
        assertThat(minutesLocked(account.email())).isEqualTo("15");
        Database.update("update auth.login_tries set locked_until = now() where subject = ?", hash(account.email()));

        wrongly(account.email(), 5);

        assertThat(minutesLocked(account.email())).isEqualTo("30");
        Database.update("update auth.login_tries set locked_until = now() where subject = ?", hash(account.email()));
        assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(200);
    }

    @Test
    void tries_of_long_ago_do_not_count() {
        Account account = Account.register();
        wrongly(account.email(), 4);
        Database.update(
                "update auth.login_tries set last_at = now() - interval '16 minutes' where subject = ?",
                hash(account.email()));

        wrongly(account.email(), 4);

        assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_tries_many_accounts_is_locked_for_all_of_them() {
        Account account = Account.register();
        AtOnce.call(Collections.nCopies(50, () -> login(Account.newEmail(), WRONG)));

        assertThat(login(account.email(), account.password()).statusCode()).isEqualTo(401);
        assertThat(Account.send(Map.of("email", account.email(), "password", account.password()), "login")
                        .statusCode())
                .isEqualTo(200);
    }

    private Response wrongly(String email, int times) {
        Response answer = login(email, WRONG);
        for (int n = 1; n < times; n++) {
            answer = login(email, WRONG);
        }
        return answer;
    }

    private Response login(String email, String password) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/auth/login");
    }

    private static List<String> locks(String email) {
        return Database.query("select locks from auth.login_tries where subject = ?", hash(email));
    }

    private static String minutesLocked(String email) {
        return Database.query(
                        "select round(extract(epoch from locked_until - last_at) / 60) from auth.login_tries where subject = ?",
                        hash(email))
                .getFirst();
    }

    private static byte[] hash(String email) {
        return new Origin(email, "").account().getBytes();
    }

    private static List<String> audit(Account account) {
        return Database.query("select action from auth.audit where actor::text = ?", account.id());
    }

    private static String withoutRequestId(Response response) {
        return response.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
