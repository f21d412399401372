package io.parley.auth.apikeys;

import io.parley.auth.tokens.AccessToken;

/** @param expiresIn seconds until the access token ends */
record ExchangedView(String accessToken, long expiresIn) {

    static ExchangedView of(AccessToken token) {
        return new ExchangedView(token.text(), token.lifetime().toSeconds());
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "ExchangedView[]";
    }
}
