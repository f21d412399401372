package io.parley.telemetry.rules;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Rules that make observations of skills out of events. */
@Path("/api/v1/skill-rules")
class RuleResource {

    private final Rules rules;
    private final Caller caller;

    RuleResource(Rules rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "List rules, the oldest first")
    public Uni<Page<RuleView>> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        Slice slice = Slice.of(limit, after);
        return rules.list(caller.workspace(), slice)
                .map(rows -> Page.of(
                        rows, slice.limit(), last -> new Cursor(last.id().toString())));
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Make events of a type observations of a skill, from now on")
    public Uni<RuleView> add(@NotNull @Valid RuleInput input) {
        return rules.add(caller.workspace(), input);
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Remove a rule; what it made of events stays")
    public Uni<Void> remove(@RestPath UUID id) {
        return rules.remove(caller.workspace(), id);
    }
}
