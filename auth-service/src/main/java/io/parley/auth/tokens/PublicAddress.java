package io.parley.auth.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people and programs reach the platform. It is what tokens name as their issuer, so that it can be looked up from them. */
@ApplicationScoped
public class PublicAddress {

    /** What every verifier, this service too, is configured to expect. */
    private static final String ISSUER = "quarkus.oidc.token.issuer";

    private final String issuer;

    PublicAddress(@ConfigProperty(name = ISSUER) String issuer) {
        this.issuer = issuer;
    }

    /** The {@code iss} of tokens. */
    String issuer() {
        return issuer;
    }

    /**
     * The address of something there.
     *
     * @param path beginning with a slash
     */
    public URI of(String path) {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + path);
    }

    /** Whether browsers reach it over TLS. */
    public boolean isSecure() {
        return issuer.startsWith("https:");
    }
}
