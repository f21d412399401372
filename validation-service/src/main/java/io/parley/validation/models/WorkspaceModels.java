package io.parley.validation.models;

import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Page;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.parley.platform.secrets.Sealer;
import io.parley.validation.models.Model.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models of a workspace, as they are registered. */
@ApplicationScoped
class WorkspaceModels implements Models {

    /** Whoever may change the address but does not know the key must not have it sent to an address of their own. */
    private static final FieldError KEY_STAYS =
            new FieldError("/key", "must be given again when baseUrl changes; an empty one removes it");

    private final ModelRepository models;
    private final Sealer sealer;

    WorkspaceModels(ModelRepository models, Sealer sealer) {
        this.models = models;
        this.sealer = sealer;
    }

    @Override
    public Uni<Model> named(WorkspaceId workspace, String name) {
        return registered(workspace, name, "the workspace has no model of this name");
    }

    /** With the key of a registered one it is that one under another name at its endpoint. */
    @Override
    public Uni<Model> described(WorkspaceId workspace, String name, SuiteModel described) {
        String keyOf = described.keyOf();
        return keyOf == null
                ? Uni.createFrom().item(() -> DescribedModels.withoutKey(workspace, name, described))
                : registered(workspace, keyOf, "the workspace has no model \"" + keyOf + "\" whose key it could use")
                        .map(registered -> DescribedModels.withKeyOf(registered, described));
    }

    private Uni<Model> registered(WorkspaceId workspace, String name, String otherwise) {
        return models.find(workspace, name)
                .map(found -> found.orElseThrow(() -> new NoModel(otherwise)).model());
    }

    Uni<ModelView> add(WorkspaceId workspace, ModelInput input) {
        Model model = described(Ids.next(), workspace, input, null);
        return models.insert(model).map(ModelView::of);
    }

    Uni<Page<ModelView>> list(WorkspaceId workspace) {
        return models.list(workspace)
                .map(stored -> new Page<>(stored.stream().map(ModelView::of).toList(), null));
    }

    Uni<ModelView> view(WorkspaceId workspace, UUID id) {
        return stored(workspace, id).map(ModelView::of);
    }

    Uni<ModelView> change(WorkspaceId workspace, UUID id, ModelInput input) {
        return stored(workspace, id)
                .map(known -> described(id, workspace, input, known.model().endpoint()))
                .chain(models::update)
                .map(changed -> ModelView.of(required(changed)));
    }

    Uni<Void> remove(WorkspaceId workspace, UUID id) {
        return models.delete(workspace, id)
                .invoke(WorkspaceModels::requireRemoved)
                .replaceWithVoid();
    }

    private Uni<StoredModel> stored(WorkspaceId workspace, UUID id) {
        return models.find(workspace, id).map(WorkspaceModels::required);
    }

    private Model described(UUID id, WorkspaceId workspace, ModelInput input, @Nullable Endpoint known) {
        return new Model(
                id,
                workspace,
                input.name(),
                endpoint(input, known),
                input.pricesOrNone(),
                input.maxConcurrency(),
                input.timeout(),
                input.budgetOrNone(),
                input.reuseFor());
    }

    private Endpoint endpoint(ModelInput input, @Nullable Endpoint known) {
        String baseUrl = BaseUrl.checked(input.baseUrl());
        String key = input.key();
        if (key != null) {
            return new Endpoint(baseUrl, input.model(), key.isEmpty() ? null : sealer.seal(key));
        }
        if (known != null && known.sealedKey() != null && !known.baseUrl().equals(baseUrl)) {
            throw ProblemType.INVALID_INPUT.problem(List.of(KEY_STAYS));
        }
        return new Endpoint(baseUrl, input.model(), known == null ? null : known.sealedKey());
    }

    private static StoredModel required(Optional<StoredModel> found) {
        return found.orElseThrow(ModelProblems.NOT_FOUND::problem);
    }

    private static void requireRemoved(boolean removed) {
        if (!removed) {
            throw ModelProblems.NOT_FOUND.problem();
        }
    }
}
