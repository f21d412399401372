package io.parley.auth.oidc;

/** A provider that cannot be asked, or an answer of its that is not to be believed; the message says why, of "it". */
public final class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProviderFailed(String message) {
        super(message, null, false, false);
    }

    /** Why, in words for whoever set the provider up. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
