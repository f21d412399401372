package io.parley.telemetry.observations;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door for assessments that were made elsewhere. */
@Path("/api/v1/observations")
class ObservationResource {

    private final OutsideAssessments assessments;
    private final Caller caller;

    ObservationResource(OutsideAssessments assessments, Caller caller) {
        this.assessments = assessments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take the valid observations of a batch and name the others")
    public Uni<Receipt> take(@NotNull JsonNode batch) {
        return assessments.take(caller.workspace(), batch);
    }
}
