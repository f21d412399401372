package io.parley.auth.mails;

import io.parley.platform.secrets.Sealer;
import java.time.Instant;
import java.util.UUID;

/** A mail as its recipient reads it. */
record MailView(UUID id, String to, String subject, String text, Instant createdAt) {

    static MailView of(WaitingMail mail, Sealer sealer) {
        String token = mail.token() == null ? "" : sealer.open(mail.token());
        return new MailView(
                mail.id(),
                mail.recipient(),
                mail.occasion().subject(),
                mail.occasion().text(token),
                mail.createdAt());
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "MailView[" + id + "]";
    }
}
