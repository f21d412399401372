package io.parley.auth.factors;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param password so that a stolen token cannot lock its owner out */
record Enrol(@NotNull @Size(max = Passwords.MAX_LENGTH) String password) {

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "Enrol[]";
    }
}
