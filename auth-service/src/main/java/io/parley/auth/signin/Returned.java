package io.parley.auth.signin;

import org.jspecify.annotations.Nullable;

/**
 * What a browser comes back with from a provider (RFC 6749, section 4.1.2, and RFC 9207).
 *
 * @param begun the state that the same browser was given when the sign-in began
 * @param issuer who sent it back, as far as the provider says
 */
record Returned(
        @Nullable String state,
        @Nullable String begun,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    /** Whether the browser is the one that began: nobody is signed in as somebody else by following a link. */
    boolean isOfThisBrowser() {
        return state != null && state.equals(begun);
    }

    /** Says nothing of the code and the state. */
    @Override
    public String toString() {
        return "Returned[]";
    }
}
