package io.parley.run.rescoring;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The errors of a run judged again, in the run itself. */
@Path("/api/v1/runs/{id}/rejudge")
class RejudgeResource {

    private final Rescoring rescoring;
    private final Caller caller;

    RejudgeResource(Rescoring rescoring, Caller caller) {
        this.rescoring = rescoring;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(
            summary =
                    "Judge the executions of a completed run again that could not be judged, without asking the target")
    public Uni<RunView> rejudge(@RestPath UUID id) {
        return rescoring.rejudge(caller.workspace(), new RunId(id));
    }
}
