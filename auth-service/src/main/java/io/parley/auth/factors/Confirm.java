package io.parley.auth.factors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param code that the authenticator shows */
record Confirm(@NotNull @Size(max = 100) String code) {

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "Confirm[]";
    }
}
