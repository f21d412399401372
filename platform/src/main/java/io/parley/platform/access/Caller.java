package io.parley.platform.access;

import io.parley.contracts.WorkspaceId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the request: the claims of its verified access token. Only behind an endpoint that asks for a role. */
@RequestScoped
public class Caller {

    /** Claim that names the workspace a token is for. */
    public static final String WORKSPACE_CLAIM = "workspace";

    /** Claim that names the session in which a user's token was issued; an API key's token has none. */
    public static final String SESSION_CLAIM = "sid";

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** The workspace that every query of the request is bound to. */
    public WorkspaceId workspace() {
        return WorkspaceId.fromString(token.getClaim(WORKSPACE_CLAIM));
    }

    /** The user's id, or that of the API key. */
    public UUID subject() {
        return UUID.fromString(token.getSubject());
    }

    /** The user's session; nothing for an API key. */
    public Optional<UUID> session() {
        return token.<String>claim(SESSION_CLAIM).map(UUID::fromString);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }
}
