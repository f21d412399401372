package io.parley.run.statistics;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What a run comes to. */
@Path("/api/v1/runs/{id}/summary")
class SummaryResource {

    private final Summaries summaries;
    private final Caller caller;

    SummaryResource(Summaries summaries, Caller caller) {
        this.summaries = summaries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a run's pass rate, latencies, repeats and gate")
    public Uni<SummaryView> show(@RestPath UUID id) {
        return summaries.summarize(caller.workspace(), new RunId(id));
    }
}
