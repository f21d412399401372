package io.parley.auth.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class MailsTest {

    @Inject
    Delivery delivery;

    @Test
    void without_a_server_the_operator_reads_mails_the_newest_first() {
        String earlier = written("2 minutes");
        String later = written("1 minute");

        List<String> recipients = Account.operator()
                .get("/api/v1/auth/mails?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.to");

        assertThat(recipients).containsSubsequence(later, earlier);
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended() {
        written("1 minute");
        written("1 minute");

        var first = Account.operator().get("/api/v1/auth/mails?limit=1").then().body("items", hasSize(1));
        String next = first.extract().path("next");

        String id = first.extract().path("items[0].id");
        String second = Account.operator()
                .get("/api/v1/auth/mails?limit=1&after={next}", next)
                .path("items[0].id");
        assertThat(second).isLessThan(id);
    }

    @Test
    void nobody_but_the_operator_reads_mails() {
        Account.register()
                .call()
                .get("/api/v1/auth/mails")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void whoever_owns_a_locked_account_is_written_to_once() {
        Account account = Account.register();

        for (int wrong = 0; wrong < 6; wrong++) {
            Account.send(Map.of("email", account.email(), "password", "not the password"), "login");
        }

        assertThat(occasions(account.email())).containsOnlyOnce("account-locked");
        Account.operator()
                .get("/api/v1/auth/mails?limit=200")
                .then()
                .body(
                        "items.findAll { it.to == '" + account.email() + "' }.subject",
                        hasItem("Your account is locked for a while"));
    }

    @Test
    void a_week_later_a_mail_is_forgotten() {
        String old = written("8 days");
        String recent = written("6 days");

        delivery.forget().await().atMost(Duration.ofSeconds(10));

        assertThat(occasions(old)).isEmpty();
        assertThat(occasions(recent)).hasSize(1);
    }

    @Test
    void settings_that_contradict_each_other_stop_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(settings(Map.of("parley.mail.host", "mail.example.com"))::check)
                .withMessageContaining("set both parley.mail.host and parley.mail.from");
        assertThatIllegalStateException()
                .isThrownBy(settings(Map.of("parley.mail.port", "25"))::check)
                .withMessageContaining("parley.mail.host is missing");
        assertThatIllegalStateException()
                .isThrownBy(
                        settings(Map.of(
                                "parley.mail.host",
                                "mail",
                                "parley.mail.from",
                                "p@example.com",
                                "parley.mail.user",
                                "p"))::check)
                .withMessageContaining("set both parley.mail.user and parley.mail.password");
    }

    private static MailSettings settings(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(MailSettings.class);
    }

    /** Puts a mail to somebody where mails are written, as long ago as this. */
    private static String written(String ago) {
        String recipient = Account.newEmail();
        Database.update(
                "insert into auth.mails (recipient, occasion, created_at)"
                        + " values (?, 'account-locked', now() - cast(? as interval))",
                recipient,
                ago);
        return recipient;
    }

    private static List<String> occasions(String recipient) {
        return Database.query("select occasion from auth.mails where recipient = ?", recipient);
    }
}
