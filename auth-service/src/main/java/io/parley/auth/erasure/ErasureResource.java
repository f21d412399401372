package io.parley.auth.erasure;

import io.parley.platform.access.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes users away. What they did stays in the audit log, under an id that stands for nobody any more. */
@Path("/api/v1/auth")
class ErasureResource {

    private final ErasureService erasures;

    ErasureResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    /** The caller's account, and the workspaces that nobody else is in. */
    @DELETE
    @Path("/me")
    @RolesAllowed(Access.VIEWER)
    public Uni<ReceiptView> eraseMe(@Valid @Nullable EraseMe wish, @Context HttpServerRequest request) {
        return erasures.eraseMe(
                Optional.ofNullable(wish).orElse(EraseMe.NOTHING),
                request.remoteAddress().hostAddress());
    }

    /** Anybody's account, for the platform's operator, as {@link #eraseMe}. */
    @POST
    @Path("/erasures")
    @RolesAllowed(Access.OPERATOR)
    public Uni<ReceiptView> erase(@NotNull @Valid EraseUser whom) {
        return erasures.erase(whom);
    }
}
