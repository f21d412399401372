package io.parley.auth.passkeys;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param name that its owner knows the device by */
record AddPasskey(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Valid NewKey credential) {}
