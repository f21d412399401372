package io.parley.auth.mails;

import java.time.Instant;
import java.util.UUID;

/** A mail as its recipient reads it. */
record MailView(UUID id, String to, String subject, String text, Instant createdAt) {

    static MailView of(WaitingMail mail) {
        return new MailView(
                mail.id(),
                mail.recipient(),
                mail.occasion().subject(),
                mail.occasion().text(),
                mail.createdAt());
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "MailView[" + id + "]";
    }
}
