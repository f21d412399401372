package io.parley.auth.apikeys;

import io.parley.auth.tokens.Scope;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** @param expiresAt from when on the key is refused; without it never */
record CreateApiKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String name,

        @NotEmpty Set<@NotNull Scope> scopes,
        @Future @Nullable Instant expiresAt) {}
