package io.parley.telemetry.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door for traces, by OTLP/HTTP. 200 means that the broker has every event of them safe. */
@Path("/api/v1/telemetry/otlp/v1/traces")
class TraceResource {

    private static final String PROTOBUF = "application/x-protobuf";

    private final Traces traces;
    private final Caller caller;

    TraceResource(Traces traces, Caller caller) {
        this.traces = traces;
        this.caller = caller;
    }

    @POST
    @Consumes(PROTOBUF)
    @Produces(PROTOBUF)
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take the conversations of traces, by OTLP in Protobuf's binary form")
    public Uni<byte[]> take(
            byte[] request, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding) {
        return traces.take(caller.workspace(), request, Packing.of(encoding), ProtobufSpans::read)
                .map(TraceResource::protobuf);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Access.TELEMETRY_WRITE, Access.EDITOR})
    @Operation(summary = "Take the conversations of traces, by OTLP as JSON")
    public Uni<Map<String, Object>> takeJson(
            byte[] request, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding) {
        return traces.take(caller.workspace(), request, Packing.of(encoding), JsonSpans::read)
                .map(TraceResource::json);
    }

    private static byte[] protobuf(Export export) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (export.rejected() > 0) {
            response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(export.rejected())
                    .setErrorMessage(export.faults().message()));
        }
        return response.build().toByteArray();
    }

    /** 64-bit numbers are strings in Protobuf's JSON. */
    private static Map<String, Object> json(Export export) {
        return export.rejected() == 0
                ? Map.of()
                : Map.of(
                        "partialSuccess",
                        Map.of(
                                "rejectedSpans",
                                Long.toString(export.rejected()),
                                "errorMessage",
                                export.faults().message()));
    }
}
