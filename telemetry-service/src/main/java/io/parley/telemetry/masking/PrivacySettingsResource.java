package io.parley.telemetry.masking;

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

/** What a workspace does not want to be kept. */
@Path("/api/v1/privacy-settings")
class PrivacySettingsResource {

    private final Masks masks;
    private final Caller caller;

    PrivacySettingsResource(Masks masks, Caller caller) {
        this.masks = masks;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Show what is not kept of events")
    public Uni<PrivacySettings> show() {
        return masks.find(caller.workspace());
    }

    @PUT
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "Set what is not kept of the events that are sent from now on")
    public Uni<PrivacySettings> set(@NotNull @Valid PrivacySettings settings) {
        return masks.set(caller.workspace(), settings);
    }
}
