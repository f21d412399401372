package io.parley.auth.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Mails as the operator of a platform without a mail server reads them. */
public final class Mailbox {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("^[A-Za-z0-9_-]{43}$", Pattern.MULTILINE);

    private Mailbox() {}

    /** The token in the latest mail of this occasion to an address, as soon as there are so many. */
    public static String token(String email, String occasion, int mails) {
        RequestSpecification operator = Account.operator();
        await().atMost(SOON).until(() -> count(email, occasion) == mails);
        List<String> texts =
                operator.get("/api/v1/auth/mails?limit=200").path("items.findAll { it.to == '" + email + "' }.text");
        return texts.stream()
                .filter(text -> text.contains(word(occasion)))
                .findFirst()
                .flatMap(Mailbox::tokenIn)
                .orElseThrow();
    }

    /** How many mails of an occasion somebody was written. */
    public static int count(String email, String occasion) {
        return Database.query("select id from auth.mails where recipient = ? and occasion = ?", email, occasion)
                .size();
    }

    private static Optional<String> tokenIn(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static String word(String occasion) {
        return switch (occasion) {
            case "email-verification" -> "verify";
            case "password-reset" -> "new password";
            default -> "invited";
        };
    }
}
