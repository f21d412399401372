package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;

/** That a key was used, verified (section 7.2). */
record Use(StoredKey key, long counter) {

    static Use of(StoredKey key, UsedKey.Response response, ClientData client, RelyingParty party) {
        AuthenticatorData device = AuthenticatorData.parse(response.authenticatorData());
        client.require("webauthn.get", party);
        device.require(party);
        Buffer signed = Buffer.buffer().appendBuffer(device.bytes()).appendBuffer(client.hash());
        if (!key.algorithm().verifies(key.publicKey(), signed, Base64Url.decode(response.signature()))) {
            throw new UnbelievableKey("its signature is not the key's");
        }
        return new Use(key, device.counter());
    }
}
