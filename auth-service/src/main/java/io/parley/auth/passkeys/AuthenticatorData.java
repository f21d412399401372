package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;

/** What the device says (section 6.1): 32 bytes of whom the key is for, a byte of flags, a counter, and with a new key its id. */
final class AuthenticatorData {

    private static final int FLAGS = 32;
    private static final int COUNTER = 33;
    private static final int LENGTH = 37;
    private static final int ID_LENGTH = 53;
    private static final int ID = 55;
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final Buffer bytes;

    private AuthenticatorData(Buffer bytes) {
        this.bytes = bytes;
    }

    static AuthenticatorData parse(String base64Url) {
        Buffer bytes = Base64Url.decode(base64Url);
        if (bytes.length() < LENGTH) {
            throw new UnbelievableKey("its authenticator data are too short");
        }
        return new AuthenticatorData(bytes);
    }

    Buffer bytes() {
        return bytes;
    }

    /** Whether the key is for this platform, and whoever holds the device has shown to be its owner, by a PIN or a finger. */
    void require(RelyingParty party) {
        if (!bytes.getBuffer(0, FLAGS).equals(ClientData.sha256(Buffer.buffer(party.id())))) {
            throw new UnbelievableKey("it is not for " + party.id());
        }
        if (!has(USER_PRESENT) || !has(USER_VERIFIED)) {
            throw new UnbelievableKey("the device has not verified who holds it");
        }
    }

    /** How often the device used the key, where it counts; else 0. */
    long counter() {
        return bytes.getUnsignedInt(COUNTER);
    }

    /** The id of the key that was made. */
    Buffer newKeyId() {
        if (!has(HAS_KEY) || bytes.length() < ID || bytes.length() < ID + bytes.getUnsignedShort(ID_LENGTH)) {
            throw new UnbelievableKey("it has no new key");
        }
        return bytes.getBuffer(ID, ID + bytes.getUnsignedShort(ID_LENGTH));
    }

    private boolean has(int flag) {
        return (bytes.getByte(FLAGS) & flag) != 0;
    }
}
