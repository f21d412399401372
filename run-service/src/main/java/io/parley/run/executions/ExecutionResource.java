package io.parley.run.executions;

import io.parley.contracts.ExecutionId;
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

/** The executions of a run. */
@Path("/api/v1/runs/{id}/executions")
class ExecutionResource {

    private final Executions executions;
    private final Caller caller;

    ExecutionResource(Executions executions, Caller caller) {
        this.executions = executions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the executions of a run in the order of the suite")
    public Uni<Page<ExecutionView>> list(
            @RestPath UUID id,
            @RestQuery @Nullable String verdict,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after) {
        return executions.list(
                caller.workspace(), new RunId(id), ExecutionFilter.of(verdict, status), Slice.of(limit, after));
    }

    @GET
    @Path("{executionId}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show an execution with its transcript and the results of its assertions")
    public Uni<ExecutionDetails> show(@RestPath UUID id, @RestPath UUID executionId) {
        return executions.show(caller.workspace(), new RunId(id), new ExecutionId(executionId));
    }
}
