package io.parley.auth.keys;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.Cache;

@Path("/.well-known/jwks.json")
class JwksResource {

    private static final int FIVE_MINUTES = 300;

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Cache(maxAge = FIVE_MINUTES)
    public Uni<JwkSet> keys() {
        return keys.published().map(JwkSet::new);
    }
}
