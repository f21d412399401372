package io.parley.auth.passkeys;

import io.parley.contracts.UserId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's passkeys. */
@Path("/api/v1/auth/passkeys")
class PasskeyResource {

    private final PasskeyService passkeys;
    private final Caller caller;

    PasskeyResource(PasskeyService passkeys, Caller caller) {
        this.passkeys = passkeys;
        this.caller = caller;
    }

    /** What the browser is to make a key by. */
    @POST
    @Path("/begin")
    @RolesAllowed(Access.VIEWER)
    public Uni<CreationOptionsView> begin(@NotNull @Valid BeginPasskey begin, @Context HttpServerRequest request) {
        return passkeys.beginAdding(user(), begin, request.remoteAddress().hostAddress());
    }

    @POST
    @RolesAllowed(Access.VIEWER)
    @ResponseStatus(201)
    public Uni<PasskeyView> add(@NotNull @Valid AddPasskey add) {
        return passkeys.add(user(), add);
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    public Uni<List<PasskeyView>> list() {
        return passkeys.list(user());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Access.VIEWER)
    public Uni<Void> remove(@RestPath UUID id) {
        return passkeys.remove(user(), id);
    }

    private UserId user() {
        return new UserId(caller.subject());
    }
}
