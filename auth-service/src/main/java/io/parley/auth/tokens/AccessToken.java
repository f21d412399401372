package io.parley.auth.tokens;

import java.time.Duration;

/**
 * A signed access token.
 *
 * @param text the JWT in its compact form: a credential, never to be logged
 * @param lifetime from now
 */
public record AccessToken(String text, Duration lifetime) {}
