package io.parley.auth.workspaces;

import io.parley.auth.tokens.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** @param email of somebody who has an account and has verified the address, or is a member already */
record SetMember(
        @NotNull @Size(max = 254) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String email,

        @NotNull Role role) {}
