package io.parley.auth.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parley.auth.testing.Account;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.auth.testing.Database;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@AuthServiceTest
@TestProfile(SmtpTest.WithServer.class)
class SmtpTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** A mail server without encryption listens on this machine. */
    public static final class WithServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.mail.host", "127.0.0.1",
                    "parley.mail.port", StubMailServer.freePort(),
                    "parley.mail.from", "parley@example.com",
                    "parley.mail.start-tls", "DISABLED");
        }
    }

    @ConfigProperty(name = "parley.mail.port")
    int port;

    @Test
    void a_mail_goes_to_the_server_and_then_its_row_goes() {
        try (StubMailServer server = StubMailServer.start(port)) {
            String recipient = write();

            await().atMost(SOON).until(() -> mailsTo(server, recipient).size() == 1);

            assertThat(mailsTo(server, recipient).getFirst())
                    .contains("From: parley@example.com", "Subject: Your account is locked for a while")
                    .contains("your password has held");
            await().atMost(SOON).until(() -> waiting(recipient).isEmpty());
        }
    }

    @Test
    void a_mail_that_the_server_does_not_take_waits_for_its_time_and_goes_then() {
        try (StubMailServer server = StubMailServer.start(port)) {
            server.refuse(1);
            String recipient = write();
            await().atMost(SOON).until(() -> server.refused() == 1);
            assertThat(waiting(recipient)).containsExactly("1");

            Database.update("update auth.mails set due_at = now() where recipient = ?", recipient);

            await().atMost(SOON).until(() -> mailsTo(server, recipient).size() == 1);
            await().atMost(SOON).until(() -> waiting(recipient).isEmpty());
        }
    }

    @Test
    void nothing_is_lost_while_the_server_is_away() {
        String recipient = write();
        await().atMost(SOON).until(() -> waiting(recipient).equals(List.of("1")));

        try (StubMailServer server = StubMailServer.start(port)) {
            Database.update("update auth.mails set due_at = now() where recipient = ?", recipient);

            await().atMost(SOON).until(() -> mailsTo(server, recipient).size() == 1);
        }
    }

    @Test
    void mails_that_are_sent_are_shown_to_nobody() {
        Account.operator().get("/api/v1/auth/mails").then().statusCode(409).body("code", equalTo("mails-are-sent"));
    }

    private static String write() {
        String recipient = Account.newEmail();
        Database.update("insert into auth.mails (recipient, occasion) values (?, 'account-locked')", recipient);
        return recipient;
    }

    private static List<String> mailsTo(StubMailServer server, String recipient) {
        return server.taken().stream()
                .filter(mail -> mail.contains("To: " + recipient))
                .toList();
    }

    private static List<String> waiting(String recipient) {
        return Database.query("select tries from auth.mails where recipient = ?", recipient);
    }
}
