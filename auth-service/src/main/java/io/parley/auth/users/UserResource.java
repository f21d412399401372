package io.parley.auth.users;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth")
class UserResource {

    private final UserService users;
    private final Caller caller;

    UserResource(UserService users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Path("/register")
    @PermitAll
    @ResponseStatus(201)
    public Uni<RegisteredView> register(@NotNull @Valid Register register) {
        return users.register(register);
    }

    @GET
    @Path("/me")
    @RolesAllowed(Access.VIEWER)
    public Uni<MeView> me() {
        return users.me(caller);
    }
}
