package io.parley.auth.passkeys;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * So that a stolen token adds no key.
 *
 * @param code of the second factor, for users who have one
 */
record BeginPasskey(
        @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
        @Size(max = 100) @Nullable String code) {

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "BeginPasskey[]";
    }
}
