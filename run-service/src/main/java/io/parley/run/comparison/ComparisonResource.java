package io.parley.run.comparison;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A run compared with an earlier one of its suite; both are over. */
@Path("/api/v1/runs/{id}/comparison")
class ComparisonResource {

    private final Comparisons comparisons;
    private final Caller caller;

    ComparisonResource(Comparisons comparisons, Caller caller) {
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Count the cases that changed since an earlier run, and say whether it is more than chance")
    public Uni<ComparisonView> compare(@RestPath UUID id, @RestQuery @Nullable String with) {
        return comparisons.compare(caller.workspace(), new RunId(id), ComparisonQuery.of(with, null));
    }

    @GET
    @Path("cases")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the cases of both runs in the order of the suite, or those that changed in one way")
    public Uni<Page<ComparedCase>> cases(
            @RestPath UUID id,
            @RestQuery @Nullable String with,
            @RestQuery @Nullable String change,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after) {
        return comparisons.cases(
                caller.workspace(), new RunId(id), ComparisonQuery.of(with, change), Slice.of(limit, after));
    }
}
