package io.parley.telemetry.reads;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.telemetry.input.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who looked at what personal data. */
@Path("/api/v1/personal-reads")
class PersonalReadResource {

    private static final int MAX_SUBJECT_LENGTH = 300;

    private final PersonalReads reads;
    private final Caller caller;

    PersonalReadResource(PersonalReads reads, Caller caller) {
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "List who looked at personal data, of everybody or of one subject, the latest first")
    public Uni<Page<PersonalRead>> list(
            @RestQuery @Nullable String subject, @RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        Fields fields = new Fields();
        Optional<String> named =
                Optional.ofNullable(subject).flatMap(text -> fields.name("subject", text, MAX_SUBJECT_LENGTH));
        fields.orThrow();
        Slice slice = Slice.of(limit, after);
        return reads.list(caller.workspace(), named.orElse(null), slice)
                .map(rows -> Page.of(
                        rows, slice.limit(), last -> new Cursor(last.id().toString())));
    }
}
