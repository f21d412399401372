package io.parley.telemetry.skills;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The tree of skills. */
@Path("/api/v1/skills")
class SkillResource {

    private final Skills skills;
    private final Caller caller;

    SkillResource(Skills skills, Caller caller) {
        this.skills = skills;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "List skills in the order of their paths")
    public Uni<Page<SkillView>> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after) {
        Slice slice = Slice.of(limit, after);
        return skills.list(caller.workspace(), slice)
                .map(rows -> Page.of(rows, slice.limit(), last -> new Cursor(last.path())));
    }

    @GET
    @Path("{path}")
    @RolesAllowed(Access.VIEWER)
    @Operation(summary = "Show a skill")
    public Uni<SkillView> show(@RestPath @SkillPath String path) {
        return skills.get(caller.workspace(), path);
    }

    @PUT
    @Path("{path}")
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Describe a skill, new or not; those that it is a part of are made with it")
    public Uni<SkillView> put(@RestPath @SkillPath String path, @NotNull @Valid SkillInput input) {
        return skills.put(caller.workspace(), path, input);
    }

    @DELETE
    @Path("{path}")
    @ResponseStatus(204)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Remove a skill on which no skill, rule or evidence hangs")
    public Uni<Void> remove(@RestPath @SkillPath String path) {
        return skills.remove(caller.workspace(), path);
    }
}
