package io.parley.validation.settings;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the caller's workspace reviews. */
@Path("/api/v1/review-settings")
class ReviewSettingsResource {

    private final ReviewSettingsRepository settings;
    private final Caller caller;

    ReviewSettingsResource(ReviewSettingsRepository settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show how many people decide a review, and how far judges must agree with them")
    public Uni<ReviewSettings> show() {
        return settings.find(caller.workspace()).map(found -> found.orElse(ReviewSettings.USUAL));
    }

    @PUT
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "Set how many people decide a review, and how far judges must agree with them")
    public Uni<ReviewSettings> store(@NotNull @Valid ReviewSettings wanted) {
        return settings.store(caller.workspace(), wanted, caller.subject()).replaceWith(wanted);
    }
}
