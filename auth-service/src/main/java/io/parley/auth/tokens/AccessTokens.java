package io.parley.auth.tokens;

import io.parley.auth.keys.SigningKey;
import io.parley.auth.keys.SigningKeys;
import io.parley.platform.access.Caller;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues access tokens: JWTs signed with ES256, with {@code workspace}, {@code groups} and a role or scopes. */
@ApplicationScoped
public class AccessTokens {

    /** What every verifier, this service too, is configured to expect. */
    private static final String AUDIENCE = "quarkus.oidc.token.audience";

    private final SigningKeys keys;
    private final PublicAddress address;
    private final String audience;
    private final Clock clock;

    AccessTokens(
            SigningKeys keys, PublicAddress address, @ConfigProperty(name = AUDIENCE) String audience, Clock clock) {
        this.keys = keys;
        this.address = address;
        this.audience = audience;
        this.clock = clock;
    }

    public Uni<AccessToken> issue(Grant grant) {
        return keys.current().map(key -> new AccessToken(sign(claims(grant), key), grant.lifetime()));
    }

    private JwtClaimsBuilder claims(Grant grant) {
        Instant now = clock.instant();
        JwtClaimsBuilder claims = Jwt.issuer(address.issuer())
                .audience(audience)
                .subject(grant.subject().toString())
                .issuedAt(now)
                .expiresAt(now.plus(grant.lifetime()))
                .claim(Caller.WORKSPACE_CLAIM, grant.workspace().toString())
                .groups(grant.groups());
        return switch (grant) {
            case Grant.OfUser user ->
                claims.claim("role", user.role().text())
                        .claim(Caller.SESSION_CLAIM, user.session().toString());
            case Grant.OfApiKey key ->
                claims.scope(key.scopes().stream().map(Scope::text).collect(Collectors.toSet()));
        };
    }

    private static String sign(JwtClaimsBuilder claims, SigningKey key) {
        return claims.jws().keyId(key.id()).algorithm(SignatureAlgorithm.ES256).sign(key.privateKey());
    }
}
