package io.parley.validation.models;

import io.parley.platform.access.Access;
import io.parley.platform.access.Caller;
import io.parley.platform.pages.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Language models that judge answers. */
@Path("/api/v1/models")
class ModelResource {

    private final WorkspaceModels models;
    private final Caller caller;

    ModelResource(WorkspaceModels models, Caller caller) {
        this.models = models;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Register a model that judges; its key is sealed and never returned")
    public Uni<ModelView> add(@NotNull @Valid ModelInput input) {
        return models.add(caller.workspace(), input);
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "List the models by name")
    public Uni<Page<ModelView>> list() {
        return models.list(caller.workspace());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.RUNS_READ})
    @Operation(summary = "Show a model")
    public Uni<ModelView> show(@RestPath UUID id) {
        return models.view(caller.workspace(), id);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Change a model, for what is judged from now on")
    public Uni<ModelView> change(@RestPath UUID id, @NotNull @Valid ModelInput input) {
        return models.change(caller.workspace(), id, input);
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @RolesAllowed(Access.EDITOR)
    @Operation(summary = "Remove a model; what it judged and cost stays")
    public Uni<Void> remove(@RestPath UUID id) {
        return models.remove(caller.workspace(), id);
    }
}
