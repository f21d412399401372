package io.parley.auth.passkeys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a browser gives for a new key, as {@code PublicKeyCredential.toJSON()} writes it (section 5.1, RegistrationResponseJSON). */
@JsonIgnoreProperties(ignoreUnknown = true)
record NewKey(
        @NotNull @Size(max = 1400) String id,
        @NotNull @Valid Response response) {

    /** @param publicKey X.509 SubjectPublicKeyInfo */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Response(
            @NotNull @Size(max = 4000) String clientDataJSON,
            @NotNull @Size(max = 8000) String authenticatorData,
            @NotNull @Size(max = 2000) String publicKey,
            int publicKeyAlgorithm) {}
}
