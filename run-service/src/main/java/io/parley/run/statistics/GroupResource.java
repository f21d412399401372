package io.parley.run.statistics;

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

/** The slices of a run: the executions whose cases have a tag, a skill, or a variable of one value. */
@Path("/api/v1/runs/{id}/slices")
class GroupResource {

    private final Summaries summaries;
    private final Caller caller;

    GroupResource(Summaries summaries, Caller caller) {
        this.summaries = summaries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a run's pass rate by tag, by skill, or by the value of a variable (var:NAME)")
    public Uni<Page<GroupView>> list(
            @RestPath UUID id,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after) {
        return summaries.groups(caller.workspace(), new RunId(id), Grouping.of(by), Slice.of(limit, after));
    }
}
