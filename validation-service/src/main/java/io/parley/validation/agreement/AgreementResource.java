package io.parley.validation.agreement;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the judges of the caller's workspace agree with its people. */
@Path("/api/v1/judges/agreement")
class AgreementResource {

    private final AgreementRepository agreements;
    private final Caller caller;

    AgreementResource(AgreementRepository agreements, Caller caller) {
        this.agreements = agreements;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show how far each judge, by model and version of the prompt, agrees with people")
    public Uni<Page<JudgeAgreement>> list() {
        return agreements.list(caller.workspace()).map(judges -> new Page<>(judges, null));
    }
}
