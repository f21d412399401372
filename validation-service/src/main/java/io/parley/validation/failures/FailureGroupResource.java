package io.parley.validation.failures;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Failures of a run, by their causes. */
@Path("/api/v1/failure-groups")
class FailureGroupResource {

    private final FailureGroups groups;
    private final Caller caller;

    FailureGroupResource(FailureGroups groups, Caller caller) {
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the groups of failures of a run that has ended, the largest first")
    public Uni<List<FailureGroupView>> list(@RestQuery @Nullable String run) {
        return groups.list(caller.workspace(), run(run));
    }

    @GET
    @Path("{id}/executions")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the executions in a group of failures")
    public Uni<Page<FailureView>> executions(
            @RestPath UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        return groups.executions(caller.workspace(), id, Slice.of(limit, after));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Access.REVIEWER)
    @Operation(
            summary =
                    "Name the cause of a group and tie it to a known defect; later runs' groups of this cause show both")
    public Uni<FailureGroupView> name(@RestPath UUID id, @NotNull @Valid NameGroup wanted) {
        return groups.name(caller.workspace(), id, wanted, caller.subject());
    }

    private static RunId run(@Nullable String id) {
        try {
            if (id != null) {
                return RunId.fromString(id);
            }
        } catch (IllegalArgumentException none) {
            // refused below
        }
        throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError("run", "must be the id of a run")));
    }
}
