package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;

/**
 * A new key, verified as far as it can be (section 7.1). Who made the device is not asked, and so nothing but the user's
 * login vouches for the public key, whichever way it comes.
 *
 * @param keyId the device's
 * @param publicKey X.509 SubjectPublicKeyInfo
 * @param counter of uses so far
 */
record Candidate(Buffer keyId, Buffer publicKey, Algorithm algorithm, long counter) {

    static Candidate of(NewKey key, ClientData client, RelyingParty party) {
        NewKey.Response response = key.response();
        AuthenticatorData device = AuthenticatorData.parse(response.authenticatorData());
        client.require("webauthn.create", party);
        device.require(party);
        if (!device.newKeyId().equals(Base64Url.decode(key.id()))) {
            throw new UnbelievableKey("its id is not the device's");
        }
        Candidate candidate = new Candidate(
                device.newKeyId(),
                Base64Url.decode(response.publicKey()),
                Algorithm.of(response.publicKeyAlgorithm()),
                device.counter());
        candidate.algorithm().require(candidate.publicKey());
        return candidate;
    }
}
