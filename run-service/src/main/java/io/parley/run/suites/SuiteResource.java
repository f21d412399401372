package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Suites and their revisions. */
@Path("/api/v1/suites")
class SuiteResource {

    private final Suites suites;
    private final Caller caller;

    SuiteResource(Suites suites, Caller caller) {
        this.suites = suites;
        this.caller = caller;
    }

    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON})
    @RolesAllowed({Access.EDITOR, Access.RUNS_WRITE})
    @Operation(summary = "Import a suite file; a mistake in it is told with its line")
    public Uni<RestResponse<ImportedSuite>> importFile(byte[] file) {
        return suites.importFile(caller.workspace(), caller.subject(), file)
                .map(imported -> RestResponse.status(
                        imported.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, imported));
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the suites by name")
    public Uni<Page<SuiteView>> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        return suites.list(caller.workspace(), Slice.of(limit, after));
    }

    @GET
    @Path("schema")
    @Produces("application/schema+json")
    @PermitAll
    @Operation(summary = "The JSON Schema of suite files, for editors")
    public Uni<byte[]> schema() {
        return Uni.createFrom().item(suites.schema());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a suite")
    public Uni<SuiteView> show(@RestPath UUID id) {
        return suites.view(caller.workspace(), new SuiteId(id));
    }

    @GET
    @Path("{id}/revisions")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the revisions of a suite, the newest first")
    public Uni<Page<RevisionView>> revisions(
            @RestPath UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        return suites.revisions(caller.workspace(), new SuiteId(id), Slice.of(limit, after));
    }

    @GET
    @Path("{id}/revisions/{number}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a revision with the file that was imported")
    public Uni<RevisionView> revision(@RestPath UUID id, @RestPath int number) {
        return suites.revision(caller.workspace(), new SuiteId(id), number);
    }
}
