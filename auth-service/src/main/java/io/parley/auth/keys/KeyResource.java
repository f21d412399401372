package io.parley.auth.keys;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The keys that sign access tokens, for the platform's operator. */
@Path("/api/v1/auth/keys")
class KeyResource {

    private final SigningKeys keys;
    private final Caller caller;

    KeyResource(SigningKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** Tokens that were signed before stay good. */
    @POST
    @Path("/rotate")
    @RolesAllowed(Access.OPERATOR)
    public Uni<Void> rotate() {
        return keys.rotate(caller.subject());
    }
}
