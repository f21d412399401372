package io.parley.auth.erasure;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the operator erases: by id or by address, which is in the body because paths are logged. */
record EraseUser(
        @Nullable UUID userId, @Size(max = 254) @Nullable String email) {

    boolean namesOne() {
        return (userId == null) != (email == null);
    }
}
