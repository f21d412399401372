package io.parley.run.baselines;

import io.parley.contracts.SuiteId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.runs.BranchName;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The baselines of a suite; a branch may have slashes in its name. */
@Path("/api/v1/suites/{id}/baselines/{branch:.+}")
class BaselineResource {

    private final Baselines baselines;
    private final Caller caller;

    BaselineResource(Baselines baselines, Caller caller) {
        this.baselines = baselines;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show the run that runs on a branch are held against")
    public Uni<BaselineView> show(@RestPath UUID id, @RestPath @BranchName String branch) {
        return baselines.show(caller.workspace(), new SuiteId(id), branch);
    }

    @PUT
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Hold runs on a branch against this completed run from now on")
    public Uni<BaselineView> set(
            @RestPath UUID id, @RestPath @BranchName String branch, @NotNull @Valid SetBaseline request) {
        return baselines.set(caller.workspace(), new SuiteId(id), branch, request.runId(), caller.subject());
    }

    @DELETE
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Hold runs on a branch against nothing any more")
    public Uni<Void> remove(@RestPath UUID id, @RestPath @BranchName String branch) {
        return baselines.remove(caller.workspace(), new SuiteId(id), branch);
    }
}
