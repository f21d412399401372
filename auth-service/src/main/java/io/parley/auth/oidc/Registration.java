package io.parley.auth.oidc;

import java.net.URI;

/**
 * What this platform is to a provider.
 *
 * @param clientSecret in clear
 * @param redirectUri where the provider sends people back to
 */
public record Registration(String clientId, String clientSecret, URI redirectUri) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "Registration[" + clientId + "]";
    }
}
