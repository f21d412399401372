package io.parley.run.tries;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.runs.RunView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** One message to a target. */
@Path("/api/v1/targets/{name}/try")
class TryResource {

    private final Tries tries;
    private final Caller caller;

    TryResource(Tries tries, Caller caller) {
        this.tries = tries;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(
            summary =
                    "Send one message to a target; the answer, with the request and its timings, is the one execution of"
                            + " the run that this starts")
    public Uni<RunView> start(
            @RestPath @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters") String name,
            @NotNull @Valid TryInput input) {
        return tries.start(caller.workspace(), caller.subject(), name, input.message());
    }
}
