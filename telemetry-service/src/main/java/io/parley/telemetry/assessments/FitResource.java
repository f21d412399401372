package io.parley.telemetry.assessments;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.telemetry.skills.SkillPath;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The fit of a skill's parameters. */
@Path("/api/v1/skills/{path}/fit")
class FitResource {

    private final Fitting fitting;
    private final Caller caller;

    FitResource(Fitting fitting, Caller caller) {
        this.fitting = fitting;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Fit a skill's parameters of knowledge tracing to the learners of the workspace")
    public Uni<FitView> fit(@RestPath @SkillPath String path) {
        return fitting.fit(caller.workspace(), path);
    }
}
