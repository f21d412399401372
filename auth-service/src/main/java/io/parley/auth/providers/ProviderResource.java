package io.parley.auth.providers;

import io.parley.platform.access.Access;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The identity provider of the workspace that the caller's token is for; any other is not found. */
@Path("/api/v1/workspaces/{workspace}/identity-provider")
class ProviderResource {

    private final ProviderService providers;

    ProviderResource(ProviderService providers) {
        this.providers = providers;
    }

    @GET
    @RolesAllowed(Access.ADMIN)
    public Uni<ProviderView> find(@RestPath UUID workspace) {
        return providers.find(workspace);
    }

    /** The provider is asked for its discovery document first. With another issuer, whoever signed in by the one before is signed out. */
    @PUT
    @RolesAllowed(Access.ADMIN)
    public Uni<ProviderView> set(@RestPath UUID workspace, @NotNull @Valid SetProvider provider) {
        return providers.set(workspace, provider);
    }

    /** Whoever signed in by it is signed out. */
    @DELETE
    @RolesAllowed(Access.ADMIN)
    public Uni<Void> remove(@RestPath UUID workspace) {
        return providers.remove(workspace);
    }
}
