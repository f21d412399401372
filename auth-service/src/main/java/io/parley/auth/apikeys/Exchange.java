package io.parley.auth.apikeys;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record Exchange(@NotNull @Size(max = 200) String key) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "Exchange[]";
    }
}
