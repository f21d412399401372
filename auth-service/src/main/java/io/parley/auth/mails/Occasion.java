package io.parley.auth.mails;

import java.util.Locale;

/** Why somebody is written to, and what the mail says. */
enum Occasion {
    ACCOUNT_LOCKED("Your account is locked for a while", """
            Somebody tried to log in to your account at Parley with wrong passwords, too often. Nobody can log in to it for
            the next minutes, and then all is as before.

            If it was not you, your password has held. Nothing needs to be done.
            """);

    private final String subject;
    private final String text;

    Occasion(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /** The occasion by its name in the database. */
    static Occasion of(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }
}
