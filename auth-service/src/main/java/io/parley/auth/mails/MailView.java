package io.parley.auth.mails;

import io.parley.platform.secrets.Sealer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as its recipient reads it. */
record MailView(UUID id, String to, String subject, String text, Instant createdAt) {

    static MailView of(WaitingMail mail, Sealer sealer) {
        String token = mail.token() == null ? "" : sealer.open(mail.token());
        return new MailView(
                mail.id(),
                mail.recipient(),
                mail.occasion().subject(),
                mail.occasion().text(token, onOneLine(mail.about())),
                mail.createdAt());
    }

    /** A stranger's words must not look like ours. */
    private static String onOneLine(@Nullable String name) {
        return name == null ? "" : name.replaceAll("\\p{Cntrl}", " ");
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "MailView[" + id + "]";
    }
}
