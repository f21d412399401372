package io.parley.auth.erasure;

import io.parley.auth.passwords.Passwords;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That it is the user who wants it, and no stolen token.
 *
 * @param password of who has one
 * @param code of the second factor, for users who have one
 */
record EraseMe(
        @Size(max = Passwords.MAX_LENGTH) @Nullable String password,
        @Size(max = 100) @Nullable String code) {

    static final EraseMe NOTHING = new EraseMe(null, null);

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "EraseMe[]";
    }
}
