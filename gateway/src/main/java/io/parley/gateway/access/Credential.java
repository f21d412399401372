package io.parley.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What a client shows to be let in. */
sealed interface Credential {

    String API_KEY_HEADER = "X-API-Key";

    /** An access token of a login. */
    record AccessToken(String text) implements Credential {}

    /** A long-lived key of a workspace. */
    record ApiKey(String text) implements Credential {}

    /** A client that shows nothing. */
    record Nothing() implements Credential {}

    /** Reads {@code Authorization: Bearer}, {@code Authorization: ApiKey}, {@code X-API-Key} or a {@link CarriedToken}. */
    static Credential of(MultiMap headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return ofScheme(authorization);
        }
        String key = headers.get(API_KEY_HEADER);
        if (key != null) {
            return new ApiKey(key.strip());
        }
        return CarriedToken.in(headers).<Credential>map(AccessToken::new).orElseGet(Nothing::new);
    }

    private static Credential ofScheme(String authorization) {
        int space = authorization.indexOf(' ');
        if (space < 0) {
            return new Nothing();
        }
        String scheme = authorization.substring(0, space);
        String rest = authorization.substring(space).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return new AccessToken(rest);
        }
        return scheme.equalsIgnoreCase("ApiKey") ? new ApiKey(rest) : new Nothing();
    }
}
