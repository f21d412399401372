package io.parley.platform.access;

import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers whose token it was: one that was good is good until it expires, and to verify its signature once more would cost
 * more than most requests do. Whether it is void meanwhile is looked at each time, by {@link RevocationCheck}.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int REMEMBERED = 1_000;

    private final OidcIdentityProvider verifier;
    private final ExpiringCache<SecurityIdentity> identities;

    VerifiedTokens(OidcIdentityProvider verifier, Clock clock) {
        this.verifier = verifier;
        this.identities = new ExpiringCache<>(REMEMBERED, clock);
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return verifier.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        return identities
                .get(token)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> verifier.authenticate(request, context).invoke(identity -> remember(token, identity)));
    }

    private void remember(String token, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken verified) {
            identities.put(token, withoutRequest(identity), Instant.ofEpochSecond(verified.getExpirationTime()));
        }
    }

    /** The verifier's has the request in it by which the token came. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }
}
