package io.parley.auth.tokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/**
 * What verifiers of access tokens need to know (OpenID Connect Discovery 1.0, section 3). It has no endpoint for other
 * programs to sign people in with, as there is none.
 *
 * @param issuer the {@code iss} of tokens
 * @param jwksUri where the keys are that tokens are verified with
 * @param responseTypes none, for lack of such an endpoint
 * @param subjectTypes a user is the same {@code sub} to everybody
 * @param claims that a token can have
 */
record OpenIdConfigurationView(
        String issuer,
        @JsonProperty("jwks_uri") URI jwksUri,
        @JsonProperty("response_types_supported") List<String> responseTypes,
        @JsonProperty("subject_types_supported") List<String> subjectTypes,
        @JsonProperty("claims_supported") List<String> claims) {

    private static final List<String> CLAIMS =
            List.of("iss", "aud", "sub", "iat", "exp", "jti", "workspace", "groups", "role", "sid", "scope");

    static OpenIdConfigurationView of(PublicAddress address) {
        return new OpenIdConfigurationView(
                address.issuer(), address.of("/.well-known/jwks.json"), List.of(), List.of("public"), CLAIMS);
    }
}
