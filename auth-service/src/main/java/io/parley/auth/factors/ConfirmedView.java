package io.parley.auth.factors;

import java.util.List;

/** @param recoveryCodes each good once in place of the authenticator's code, shown this once */
record ConfirmedView(List<String> recoveryCodes) {

    /** Says nothing of the codes. */
    @Override
    public String toString() {
        return "ConfirmedView[]";
    }
}
