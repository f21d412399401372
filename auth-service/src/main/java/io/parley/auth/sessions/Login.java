package io.parley.auth.sessions;

import io.parley.auth.passwords.Passwords;
import io.parley.contracts.WorkspaceId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param code of the second factor, for users who have one; without it they are told with 401 to give it
 * @param workspaceId what the tokens are to be for; without it the workspace the user joined first
 */
record Login(
        @NotNull @Size(max = 254) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String email,

        @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
        @Size(max = 100) @Nullable String code,
        @Nullable WorkspaceId workspaceId) {

    /** Says nothing of the password and the code. */
    @Override
    public String toString() {
        return "Login[" + email + "]";
    }
}
