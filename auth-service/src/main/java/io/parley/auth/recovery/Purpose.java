package io.parley.auth.recovery;

/** What a mailed token is good for. */
enum Purpose {
    EMAIL_VERIFICATION("email-verification"),
    PASSWORD_RESET("password-reset");

    private final String text;

    Purpose(String text) {
        this.text = text;
    }

    /** Name in the database. */
    String text() {
        return text;
    }
}
