package io.parley.run.exports;

import io.parley.contracts.RunId;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.run.runs.RunView;
import io.parley.run.runs.Runs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The results of runs as a file. */
@Path("/api/v1/exports")
class ExportResource {

    private final Runs runs;
    private final Export export;
    private final Caller caller;

    ExportResource(Runs runs, Export export, Caller caller) {
        this.runs = runs;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Export the results of runs that are over, as junit, json, csv or markdown")
    public RestMulti<Buffer> export(@RestQuery @Nullable List<String> run, @RestQuery @Nullable String format) {
        ExportRequest request = ExportRequest.of(run, format);
        return RestMulti.fromUniResponse(
                views(request.runs()),
                found -> export.of(caller.workspace(), found, request.format()),
                found -> Map.of("Content-Type", List.of(request.format().mediaType())));
    }

    private Uni<List<RunView>> views(List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> runs.requireEnded(caller.workspace(), new RunId(id)))
                .collect()
                .asList();
    }
}
