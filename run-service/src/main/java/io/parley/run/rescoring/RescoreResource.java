package io.parley.run.rescoring;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The conversations of a run judged again by another revision, in a run of their own. */
@Path("/api/v1/runs/{id}/rescore")
class RescoreResource {

    private final Rescoring rescoring;
    private final Caller caller;

    RescoreResource(Rescoring rescoring, Caller caller) {
        this.rescoring = rescoring;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(
            summary = "Start a run that judges the conversations of this one, which is over, without asking the target")
    public Uni<RestResponse<RunView>> rescore(@RestPath UUID id, @Nullable @Valid Rescore request) {
        return rescoring
                .rescore(
                        caller.workspace(),
                        caller.subject(),
                        new RunId(id),
                        request == null ? Rescore.BY_THE_LATEST : request)
                .map(run -> RestResponse.status(RestResponse.Status.CREATED, run));
    }
}
