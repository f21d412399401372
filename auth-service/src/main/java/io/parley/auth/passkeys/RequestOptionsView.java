package io.parley.auth.passkeys;

/**
 * What a browser looks for a key by: {@code PublicKeyCredential.parseRequestOptionsFromJSON} reads it (section 5.5).
 *
 * @param timeout in milliseconds
 */
record RequestOptionsView(String challenge, String rpId, long timeout, String userVerification) {

    static RequestOptionsView of(String challenge, RelyingParty party) {
        return new RequestOptionsView(challenge, party.id(), Challenge.TIME.toMillis(), "required");
    }
}
