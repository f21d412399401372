package io.parley.auth.mails;

import java.util.Locale;

/** Why somebody is written to, and what the mail says. */
enum Occasion {
    ACCOUNT_LOCKED("Your account is locked for a while", """
            Somebody tried to log in to your account at Parley with wrong passwords, too often. Nobody can log in to it for
            the next minutes, and then all is as before.

            If it was not you, your password has held. Nothing needs to be done.
            """),
    EMAIL_VERIFICATION("Is this your address?", """
            Somebody has given this address to Parley as theirs. If it was you, verify it with this token, within a day:

            %1$s

            If it was not you, nothing needs to be done.
            """),
    PASSWORD_RESET("Set a new password", """
            Somebody asked to set a new password for your account at Parley. If it was you, this token lets you, once and
            within half an hour:

            %1$s

            It ends every session of yours. If it was not you, nothing needs to be done, and your password stays.
            """),
    INVITATION("You are invited to a workspace", """
            You are invited to this workspace at Parley: %2$s

            Accept it with this token, within a week, logged in with this address; if it has no account yet, register first:

            %1$s
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

    /** What the mail says; token and name are left out where it tells of none. */
    String text(String token, String about) {
        return text.formatted(token, about);
    }
}
