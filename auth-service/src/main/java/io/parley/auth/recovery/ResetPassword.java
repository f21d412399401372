package io.parley.auth.recovery;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param password the new one */
record ResetPassword(
        @NotNull @Size(max = 100) String token,
        @NotNull @Size(max = Passwords.MAX_LENGTH) String password) {

    /** Says nothing of the token and the password. */
    @Override
    public String toString() {
        return "ResetPassword[]";
    }
}
