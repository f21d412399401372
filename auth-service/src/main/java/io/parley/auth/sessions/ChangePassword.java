package io.parley.auth.sessions;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ChangePassword(
        @NotNull @Size(max = Passwords.MAX_LENGTH) String currentPassword,
        @NotNull @Size(max = Passwords.MAX_LENGTH) String password) {

    /** Says nothing of the passwords. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
