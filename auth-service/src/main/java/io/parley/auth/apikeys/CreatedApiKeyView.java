package io.parley.auth.apikeys;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** @param key the key's whole text, shown this once */
record CreatedApiKeyView(@JsonUnwrapped ApiKeyView about, String key) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "CreatedApiKeyView[" + about + "]";
    }
}
