package io.parley.run.runs;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs of suites against targets. */
@Path("/api/v1/runs")
class RunResource {

    private final Runs runs;
    private final Caller caller;

    RunResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Start a run; a request that is sent again with the same Idempotency-Key starts none")
    public Uni<RestResponse<RunView>> start(
            @NotNull @Valid StartRun request,
            @RestHeader("Idempotency-Key")
                    @Nullable @Pattern(regexp = "[\\x21-\\x7e]{1,200}", message = "must be 1 to 200 characters of ASCII") String idempotencyKey) {
        return runs.start(caller.workspace(), caller.subject(), request, idempotencyKey)
                .map(started -> RestResponse.status(
                        started.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, started.run()));
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the runs, the newest first")
    public Uni<Page<RunView>> list(
            @RestQuery @Nullable String suiteId,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after) {
        return runs.list(caller.workspace(), RunFilter.of(suiteId, status), Slice.of(limit, after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show how a run stands")
    public Uni<RunView> show(@RestPath UUID id) {
        return runs.require(caller.workspace(), new RunId(id));
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "End a run; conversations that are under way end at their next turn")
    public Uni<RunView> cancel(@RestPath UUID id) {
        return runs.cancel(caller.workspace(), new RunId(id));
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Send nothing of a run any more until it is resumed; what is out goes on and counts")
    public Uni<RunView> pause(@RestPath UUID id, @Nullable @Valid PauseRun request) {
        return runs.pause(
                caller.workspace(),
                new RunId(id),
                caller.subject(),
                request == null ? PauseRun.WITHOUT_REASON : request);
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Go on with a run that is paused")
    public Uni<RunView> resume(@RestPath UUID id) {
        return runs.resume(caller.workspace(), new RunId(id));
    }
}
