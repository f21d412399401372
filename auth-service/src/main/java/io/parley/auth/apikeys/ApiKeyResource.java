package io.parley.auth.apikeys;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/api-keys")
class ApiKeyResource {

    private final ApiKeyService keys;
    private final Caller caller;

    ApiKeyResource(ApiKeyService keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Access.ADMIN)
    @ResponseStatus(201)
    public Uni<CreatedApiKeyView> create(@NotNull @Valid CreateApiKey create) {
        return keys.create(caller, create);
    }

    @GET
    @RolesAllowed(Access.ADMIN)
    public Uni<Page<ApiKeyView>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery @Nullable String after) {
        return keys.list(caller.workspace(), limit, after);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Access.ADMIN)
    public Uni<Void> revoke(@RestPath UUID id) {
        return keys.revoke(caller, id);
    }
}
