package io.parley.auth.sessions;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/auth")
class SessionResource {

    private final SessionService sessions;
    private final Caller caller;

    SessionResource(SessionService sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @POST
    @Path("/login")
    @PermitAll
    public Uni<TokensView> login(@NotNull @Valid Login login, @Context HttpServerRequest request) {
        return sessions.open(login, Client.of(request));
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

    @GET
    @Path("/sessions")
    @RolesAllowed(Access.VIEWER)
    public Uni<List<SessionView>> list() {
        return sessions.list(caller);
    }

    /** Access tokens of the session are void at every service within a few seconds. */
    @DELETE
    @Path("/sessions/{id}")
    @RolesAllowed(Access.VIEWER)
    public Uni<Void> endOne(@RestPath UUID id) {
        return sessions.endOne(caller, id);
    }

    /** Logs the user out everywhere, here too. */
    @DELETE
    @Path("/sessions")
    @RolesAllowed(Access.VIEWER)
    public Uni<Void> endAll() {
        return sessions.endAll(caller);
    }

    /** Ends every other session of the user. */
    @PUT
    @Path("/password")
    @RolesAllowed(Access.VIEWER)
    public Uni<Void> changePassword(@NotNull @Valid ChangePassword change, @Context HttpServerRequest request) {
        return sessions.changePassword(caller, change, Client.of(request));
    }
}
