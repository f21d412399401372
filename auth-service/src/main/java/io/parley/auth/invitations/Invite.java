package io.parley.auth.invitations;

import io.parley.auth.tokens.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param email of whoever is invited, with an account or without one
 * @param role what they are to be in the workspace
 */
record Invite(
        @NotNull @Email @Size(min = 3, max = 254) String email,
        @NotNull Role role) {}
