package io.parley.cli.up;

/** The platform's first owner and the password generated for it. */
public record Owner(String email, String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Owner[" + email + "]";
    }
}
