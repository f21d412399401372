package io.parley.run.runs;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What failed in a run asked again, in a run of its own. */
@Path("/api/v1/runs/{id}/retry")
class RetryResource {

    private final Retries retries;
    private final Caller caller;

    RetryResource(Retries retries, Caller caller) {
        this.retries = retries;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Start a run of the executions of this one, which is over, that are FAIL or ERROR")
    public Uni<RestResponse<RunView>> retry(@RestPath UUID id) {
        return retries.retry(caller.workspace(), caller.subject(), new RunId(id))
                .map(run -> RestResponse.status(RestResponse.Status.CREATED, run));
    }
}
