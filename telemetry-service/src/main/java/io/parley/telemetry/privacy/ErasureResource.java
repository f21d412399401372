package io.parley.telemetry.privacy;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Receipts of erasures. */
@Path("/api/v1/erasures")
class ErasureResource {

    private final Erasures erasures;
    private final Caller caller;

    ErasureResource(Erasures erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "List receipts of erasures, the latest first")
    public Uni<Page<Erasure>> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        Slice slice = Slice.of(limit, after);
        return erasures.list(caller.workspace(), slice)
                .map(rows -> Page.of(
                        rows, slice.limit(), last -> new Cursor(last.id().toString())));
    }
}
