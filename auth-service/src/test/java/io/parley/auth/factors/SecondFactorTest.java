package io.parley.auth.factors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AtOnce;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.parley.platform.secrets.Sealer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class SecondFactorTest {

    @Inject
    Sealer sealer;

    /** Each test stands at an address of its own: wrong logins count for it. */
    private final String address =
            "2001:db8:3::" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff);

    private Account account;

    @BeforeEach
    void register() {
        account = Account.register();
    }

    @Test
    void once_confirmed_it_is_asked_for_after_the_right_password_only() {
        confirm();

        login(account.password()).then().statusCode(401).body("code", equalTo("second-factor-needed"));
        login("not the password").then().statusCode(401).body("code", equalTo("login-refused"));
        login("not the password", nextCode()).then().statusCode(401).body("code", equalTo("login-refused"));
        login(account.password(), "000000").then().statusCode(401).body("code", equalTo("login-refused"));
        login(account.password(), nextCode()).then().statusCode(200);
        assertThat(audit()).contains("second-factor.enrolled", "second-factor.confirmed");
    }

    @Test
    void before_it_is_confirmed_no_login_asks_for_it() {
        enrol().then().statusCode(201);

        login(account.password()).then().statusCode(200);
    }

    @Test
    void a_code_is_good_once_also_for_many_at_once() {
        confirm();
        String code = nextCode();

        List<Integer> answers = AtOnce.call(
                Collections.nCopies(4, () -> login(account.password(), code).statusCode()));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void the_code_that_confirmed_it_is_used_up() {
        enrol();
        String code = totp().code(Totp.step(Instant.now()));
        confirm(code).then().statusCode(200);

        login(account.password(), code).then().statusCode(401).body("code", equalTo("login-refused"));
    }

    @Test
    void a_recovery_code_stands_in_once() {
        List<String> codes = confirm();

        login(account.password(), codes.getFirst()).then().statusCode(200);
        login(account.password(), codes.getFirst()).then().statusCode(401);
        login(account.password(), codes.getLast()).then().statusCode(200);
        assertThat(audit()).contains("second-factor.recovered");
    }

    @Test
    void nothing_of_it_is_stored_in_clear() {
        List<String> codes = confirm();

        assertThat(Database.query("select secret from auth.second_factors where user_id::text = ?", account.id()))
                .noneMatch(secret -> secret.contains(totp().text()) || secret.contains(totp().base32()));
        assertThat(Database.query(
                        "select encode(hash, 'escape') from auth.recovery_codes where user_id::text = ?", account.id()))
                .hasSize(10)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void guessed_codes_lock_the_account_though_the_password_is_right() {
        confirm();
        for (int guess = 0; guess < 5; guess++) {
            login(account.password(), "00000" + guess);
        }

        login(account.password(), nextCode()).then().statusCode(401).body("code", equalTo("login-refused"));
        assertThat(audit()).contains("user.locked");
    }

    @Test
    void asking_for_nothing_in_between_does_not_give_more_guesses() {
        confirm();
        for (int guess = 0; guess < 3; guess++) {
            login(account.password(), "00000" + guess);
            login(account.password());
        }

        login(account.password(), nextCode()).then().statusCode(401).body("code", equalTo("login-refused"));
    }

    @Test
    void it_is_enrolled_with_the_password_and_not_over_one_that_is_confirmed() {
        account.call()
                .body(Map.of("password", "not the password"))
                .post("/api/v1/auth/second-factor")
                .then()
                .statusCode(401)
                .body("code", equalTo("second-factor-refused"));
        enrol().then().statusCode(201);
        enrol().then().statusCode(201);
        confirm(totp().code(Totp.step(Instant.now())));

        enrol().then().statusCode(409).body("code", equalTo("second-factor-enrolled"));
    }

    @Test
    void a_wrong_code_confirms_nothing() {
        enrol();

        confirm("000000").then().statusCode(401).body("code", equalTo("second-factor-refused"));

        login(account.password()).then().statusCode(200);
    }

    @Test
    void disabling_needs_the_password_and_a_code() {
        confirm();

        disable("not the password", nextCode()).then().statusCode(401);
        disable(account.password(), "000000").then().statusCode(401);
        disable(account.password(), nextCode()).then().statusCode(204);

        login(account.password()).then().statusCode(200);
        disable(account.password(), "000000").then().statusCode(409);
        assertThat(audit()).contains("second-factor.disabled");
    }

    private List<String> confirm() {
        enrol().then().statusCode(201);
        return confirm(totp().code(Totp.step(Instant.now())))
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
    }

    private Response enrol() {
        return account.call().body(Map.of("password", account.password())).post("/api/v1/auth/second-factor");
    }

    private Response confirm(String code) {
        return account.call().body(Map.of("code", code)).post("/api/v1/auth/second-factor/confirm");
    }

    private Response disable(String password, String code) {
        return account.call()
                .body(Map.of("password", password, "code", code))
                .post("/api/v1/auth/second-factor/disable");
    }

    private Response login(String password) {
        return send(Map.of("email", account.email(), "password", password));
    }

    private Response login(String password, String code) {
        return send(Map.of("email", account.email(), "password", password, "code", code));
    }

    private Response send(Map<String, String> login) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(login)
                .post("/api/v1/auth/login");
    }

    /** A code that was not used: clocks that are half a minute ahead are right enough. */
    private String nextCode() {
        return totp().code(Totp.step(Instant.now()) + 1);
    }

    private Totp totp() {
        String sealed = Database.query("select secret from auth.second_factors where user_id::text = ?", account.id())
                .getFirst();
        return Totp.parse(sealer.open(sealed));
    }

    private List<String> audit() {
        return Database.query("select action from auth.audit where object::text = ?", account.id());
    }
}
