package io.parley.telemetry.intake;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The door for events. 202 means that the broker has them safe. */
@Path("/api/v1/telemetry/events")
@Consumes(MediaType.APPLICATION_JSON)
class IntakeResource {

    private static final String LINES = "application/x-ndjson";

    private final Intake intake;
    private final Caller caller;

    IntakeResource(Intake intake, Caller caller) {
        this.intake = intake;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take one event")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Receipt> take(byte[] event) throws IOException {
        return intake.take(caller.workspace(), event);
    }

    @POST
    @Path("batch")
    @ResponseStatus(202)
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take the valid events of a batch and name the others")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Receipt> takeBatch(byte[] batch) throws IOException {
        return intake.takeBatch(caller.workspace(), batch);
    }

    @POST
    @Path("stream")
    @Consumes(LINES)
    @RequestBody(required = true, content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
    @ResponseStatus(202)
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take the valid events of a stream, one on every line, as they come")
    public Uni<Receipt> takeStream(@Context HttpServerRequest stream) {
        return intake.takeStream(caller.workspace(), stream);
    }
}
