package io.parley.auth.revocations;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the services, which ask every few seconds; the gateway lets nobody come here. Ids alone are of use to nobody. */
@Path("/internal/revocations")
class RevocationResource {

    private final RevocationRepository repository;

    RevocationResource(RevocationRepository repository) {
        this.repository = repository;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RevocationsView> recent() {
        return repository.recent();
    }
}
