package io.parley.auth.factors;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param code of the authenticator or a recovery code */
record Disable(
        @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
        @NotNull @Size(max = 100) String code) {

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "Disable[]";
    }
}
