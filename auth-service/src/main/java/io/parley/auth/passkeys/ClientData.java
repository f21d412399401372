package io.parley.auth.passkeys;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the browser says of the page that asked for the key (section 5.8.1). It is signed along. */
final class ClientData {

    private final Buffer bytes;
    private final JsonObject content;

    private ClientData(Buffer bytes, JsonObject content) {
        this.bytes = bytes;
        this.content = content;
    }

    static ClientData parse(String base64Url) {
        Buffer bytes = Base64Url.decode(base64Url);
        try {
            return new ClientData(bytes, bytes.toJsonObject());
        } catch (DecodeException noObject) {
            throw new UnbelievableKey("its client data are not a JSON object");
        }
    }

    /** The challenge that it answers, as it was given out. */
    String challenge() {
        return text("challenge");
    }

    /** Whether it was made by one of our pages, to make a key ({@code webauthn.create}) or to use one ({@code webauthn.get}). */
    void require(String type, RelyingParty party) {
        if (!text("type").equals(type)) {
            throw new UnbelievableKey("it is not of the type " + type);
        }
        if (!text("origin").equals(party.origin())) {
            throw new UnbelievableKey("it was asked for by a page that is not of " + party.origin());
        }
        if (Boolean.TRUE.equals(content.getValue("crossOrigin"))) {
            throw new UnbelievableKey("it was asked for inside another page");
        }
    }

    Buffer hash() {
        return sha256(bytes);
    }

    private String text(String field) {
        return content.getValue(field) instanceof String text ? text : "";
    }

    static Buffer sha256(Buffer bytes) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
