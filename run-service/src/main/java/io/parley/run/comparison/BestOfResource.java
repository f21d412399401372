package io.parley.run.comparison;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Runs of one suite with several targets, case by case: which target's answers score highest. All of them are over. */
@Path("/api/v1/best-of")
class BestOfResource {

    private final BestOf bestOf;
    private final Caller caller;

    BestOfResource(BestOf bestOf, Caller caller) {
        this.bestOf = bestOf;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Count in how many cases each of several runs of a suite is the best")
    public Uni<BestOfView> count(@RestQuery List<String> run) {
        return bestOf.count(caller.workspace(), BestOfQuery.of(run));
    }

    @GET
    @Path("cases")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(
            summary =
                    "List the cases that all of the runs decided, in the order of the first run's suite, with the best of each")
    public Uni<Page<BestOfCase>> cases(
            @RestQuery List<String> run, @RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        return bestOf.cases(caller.workspace(), BestOfQuery.of(run), Slice.of(limit, after));
    }
}
