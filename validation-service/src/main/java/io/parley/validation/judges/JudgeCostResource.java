package io.parley.validation.judges;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What judging costs. */
@Path("/api/v1/judge-costs")
class JudgeCostResource {

    private final JudgeCostRepository costs;
    private final Caller caller;

    JudgeCostResource(JudgeCostRepository costs, Caller caller) {
        this.costs = costs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show tokens and money spent on judges, by model, of a run or of all runs")
    public Uni<JudgeCosts> show(@RestQuery @Nullable String run) {
        return costs.of(caller.workspace(), run == null ? null : parsed(run)).map(JudgeCosts::of);
    }

    private static RunId parsed(String run) {
        try {
            return RunId.fromString(run);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError("run", "must be the id of a run")));
        }
    }
}
