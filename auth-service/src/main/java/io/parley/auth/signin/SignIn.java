package io.parley.auth.signin;

import io.parley.auth.opaque.OpaqueSecret;
import java.util.Base64;

/**
 * What a sign-in is begun with: three secrets of 256 bits. The state comes back with the browser, the nonce in the id token, and the
 * verifier is told to nobody but the provider, in the end (RFC 7636).
 */
record SignIn(String state, String nonce, String verifier) {

    static SignIn begin() {
        return new SignIn(OpaqueSecret.generate(), OpaqueSecret.generate(), OpaqueSecret.generate());
    }

    /** What the provider is told of the verifier at first: SHA-256 of it, in base64url (method {@code S256}). */
    String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(OpaqueSecret.hash(verifier).getBytes());
    }

    /** Says nothing of them. */
    @Override
    public String toString() {
        return "SignIn[]";
    }
}
