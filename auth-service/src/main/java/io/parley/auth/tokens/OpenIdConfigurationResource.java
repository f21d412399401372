package io.parley.auth.tokens;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.Cache;

/** Lets a verifier of tokens find everything else from their issuer. */
@Path("/.well-known/openid-configuration")
class OpenIdConfigurationResource {

    private static final int FIVE_MINUTES = 300;

    private final PublicAddress address;

    OpenIdConfigurationResource(PublicAddress address) {
        this.address = address;
    }

    @GET
    @PermitAll
    @Cache(maxAge = FIVE_MINUTES)
    public Uni<OpenIdConfigurationView> configuration() {
        return Uni.createFrom().item(OpenIdConfigurationView.of(address));
    }
}
