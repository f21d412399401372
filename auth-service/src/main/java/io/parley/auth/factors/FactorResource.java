package io.parley.auth.factors;

import io.parley.contracts.UserId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The caller's second factor. */
@Path("/api/v1/auth/second-factor")
class FactorResource {

    private final FactorService factors;
    private final Caller caller;

    FactorResource(FactorService factors, Caller caller) {
        this.factors = factors;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Access.VIEWER)
    @ResponseStatus(201)
    public Uni<EnrolledView> enrol(@NotNull @Valid Enrol enrol, @Context HttpServerRequest request) {
        return factors.enrol(user(), enrol, address(request));
    }

    /** Logins ask for a code from now on. */
    @POST
    @Path("/confirm")
    @RolesAllowed(Access.VIEWER)
    public Uni<ConfirmedView> confirm(@NotNull @Valid Confirm confirm, @Context HttpServerRequest request) {
        return factors.confirm(user(), confirm.code(), address(request));
    }

    @POST
    @Path("/disable")
    @RolesAllowed(Access.VIEWER)
    public Uni<Void> disable(@NotNull @Valid Disable disable, @Context HttpServerRequest request) {
        return factors.disable(user(), disable, address(request));
    }

    private UserId user() {
        return new UserId(caller.subject());
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
