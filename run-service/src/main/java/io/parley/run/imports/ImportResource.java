package io.parley.run.imports;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.suites.ImportedSuite;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Imports of files of other tools. */
@Path("/api/v1/imports")
class ImportResource {

    private final Imports imports;
    private final Caller caller;

    ImportResource(Imports imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Import files of another tool; a mistake in them is told with its file and line")
    public Uni<List<ImportedSuite>> importFiles(@NotNull @Valid ImportFiles files) {
        return imports.importAll(caller.workspace(), caller.subject(), files);
    }
}
