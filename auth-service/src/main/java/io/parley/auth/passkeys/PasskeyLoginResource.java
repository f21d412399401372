package io.parley.auth.passkeys;

import io.parley.auth.sessions.Client;
import io.parley.auth.sessions.TokensView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Logs in with a passkey; whose it is, the key says. */
@Path("/api/v1/auth/passkeys/login")
class PasskeyLoginResource {

    private final PasskeyService passkeys;

    PasskeyLoginResource(PasskeyService passkeys) {
        this.passkeys = passkeys;
    }

    /** What the browser is to look for a key by. */
    @POST
    @Path("/begin")
    @PermitAll
    public Uni<RequestOptionsView> begin() {
        return passkeys.beginLogin();
    }

    @POST
    @PermitAll
    public Uni<TokensView> login(@NotNull @Valid PasskeyLogin login, @Context HttpServerRequest request) {
        return passkeys.login(login, Client.of(request));
    }
}
