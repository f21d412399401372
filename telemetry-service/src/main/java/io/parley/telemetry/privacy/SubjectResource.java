package io.parley.telemetry.privacy;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.telemetry.input.Fields;
import io.parley.telemetry.reads.PersonalReads;
import io.parley.telemetry.reads.What;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/** All that is stored about one subject. */
@Path("/api/v1/subjects")
class SubjectResource {

    /** The longest id that anything is stored about. */
    private static final int MAX_LENGTH = 300;

    private final SubjectExport export;
    private final Erasures erasures;
    private final PersonalReads reads;
    private final Caller caller;

    SubjectResource(SubjectExport export, Erasures erasures, PersonalReads reads, Caller caller) {
        this.export = export;
        this.erasures = erasures;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Path("{subject: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "Export all that is stored about a subject, as JSON")
    public RestMulti<Buffer> export(@RestPath String subject) {
        String named = checked(subject);
        var workspace = caller.workspace();
        return RestMulti.fromUniResponse(
                reads.note(caller, What.EXPORT, List.of(named)).replaceWith(named),
                noted -> export.of(workspace, noted),
                noted -> Map.of("Content-Type", List.of("application/json; charset=utf-8")));
    }

    @DELETE
    @Path("{subject: .+}")
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "Erase all that is stored about a subject, with a receipt")
    public Uni<Erasure> erase(@RestPath String subject) {
        return erasures.erase(caller.workspace(), checked(subject), caller.subject());
    }

    private static String checked(String subject) {
        Fields fields = new Fields();
        var named = fields.name("subject", subject, MAX_LENGTH);
        fields.orThrow();
        return named.orElseThrow();
    }
}
