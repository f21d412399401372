package io.parley.auth.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** @param password judged by {@link io.parley.auth.passwords.Passwords#objection} */
record Register(
        @NotNull @Email @Size(min = 3, max = 254) String email,
        @NotNull String password,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String displayName) {

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "Register[" + email + "]";
    }
}
