package io.parley.telemetry.counts;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How many events are stored. */
@Path("/api/v1/telemetry/counts")
class CountResource {

    private final CountRepository counts;
    private final Caller caller;

    CountResource(CountRepository counts, Caller caller) {
        this.counts = counts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Count stored events by day, in UTC, and type")
    public Uni<Page<CountView>> list(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String type,
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @Nullable String after) {
        CountFilter filter = CountFilter.of(from, to, type, limit, after);
        return counts.find(caller.workspace(), filter).map(rows -> Page.of(rows, filter.limit(), CountFilter::cursor));
    }
}
