package io.parley.auth.apikeys;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Turns an API key into an access token. For the gateway, which lets nobody else come here; the key is the credential. */
@Path("/internal/api-keys/exchange")
class ExchangeResource {

    private final ApiKeyService keys;

    ExchangeResource(ApiKeyService keys) {
        this.keys = keys;
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public Uni<ExchangedView> exchange(@NotNull @Valid Exchange exchange) {
        return keys.exchange(exchange.key()).map(ExchangedView::of);
    }
}
