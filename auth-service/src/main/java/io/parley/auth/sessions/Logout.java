package io.parley.auth.sessions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record Logout(@NotNull @Size(max = 100) String refreshToken) {

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Logout[]";
    }
}
