package io.parley.auth.recovery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record VerifyEmail(@NotNull @Size(max = 100) String token) {

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "VerifyEmail[]";
    }
}
