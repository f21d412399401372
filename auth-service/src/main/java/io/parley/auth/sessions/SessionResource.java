package io.parley.auth.sessions;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

@Path("/api/v1/auth")
class SessionResource {

    private final SessionService sessions;

    SessionResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @POST
    @Path("/login")
    @PermitAll
    public Uni<TokensView> login(@NotNull @Valid Login login, @Context HttpServerRequest request) {
        return sessions.open(login, request.remoteAddress().hostAddress());
    }

    @POST
    @Path("/refresh")
    @PermitAll
    public Uni<TokensView> refresh(@NotNull @Valid Refresh refresh) {
        return sessions.refresh(refresh);
    }

    /** Answers the same whether there was something to end or not. */
    @POST
    @Path("/logout")
    @PermitAll
    public Uni<Void> logout(@NotNull @Valid Logout logout) {
        return sessions.end(logout.refreshToken());
    }
}
