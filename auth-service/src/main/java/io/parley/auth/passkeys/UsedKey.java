package io.parley.auth.passkeys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a browser gives for a key that was used, as {@code PublicKeyCredential.toJSON()} writes it (AuthenticationResponseJSON). */
@JsonIgnoreProperties(ignoreUnknown = true)
record UsedKey(
        @NotNull @Size(max = 1400) String id,
        @NotNull @Valid Response response) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Response(
            @NotNull @Size(max = 4000) String clientDataJSON,
            @NotNull @Size(max = 8000) String authenticatorData,
            @NotNull @Size(max = 2000) String signature) {}

    /** Says nothing of the signature. */
    @Override
    public String toString() {
        return "UsedKey[" + id + "]";
    }
}
