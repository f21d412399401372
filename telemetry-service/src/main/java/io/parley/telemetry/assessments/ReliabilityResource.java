package io.parley.telemetry.assessments;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.telemetry.observations.Observations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far each source of evidence is believed. */
@Path("/api/v1/skill-reliabilities")
class ReliabilityResource {

    private final Observations observations;
    private final Caller caller;

    ReliabilityResource(Observations observations, Caller caller) {
        this.observations = observations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "How far each source of evidence is believed, by how often it said what people decided")
    public Uni<List<ReliabilityView>> list() {
        return observations.agreements(caller.workspace()).map(ReliabilityView::of);
    }
}
