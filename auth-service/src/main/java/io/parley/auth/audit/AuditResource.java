package io.parley.auth.audit;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The audit log of the workspace that the caller's token is for. It can only grow. */
@Path("/api/v1/audit")
class AuditResource {

    private final AuditRepository repository;
    private final Caller caller;

    AuditResource(AuditRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    /** The oldest entries first, all or those of one action. */
    @GET
    @RolesAllowed(Access.ADMIN)
    public Uni<Page<AuditEntry>> list(
            @RestQuery
                    @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") @Nullable String action,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after) {
        return repository.list(caller.workspace(), action, limit, after);
    }

    /** Every entry, one JSON object a line, the oldest first. */
    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    @RestStreamElementType("application/json")
    @RolesAllowed(Access.ADMIN)
    public Multi<AuditEntry> export() {
        return repository.all(caller.workspace());
    }
}
