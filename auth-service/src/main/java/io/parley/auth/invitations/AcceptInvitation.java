package io.parley.auth.invitations;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record AcceptInvitation(@NotNull @Size(max = 100) String token) {

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "AcceptInvitation[]";
    }
}
