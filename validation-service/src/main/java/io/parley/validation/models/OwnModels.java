package io.parley.validation.models;

import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.secrets.Sealer;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where no model is registered: those that suites describe, with keys from the environment of whoever runs them. */
@ApplicationScoped
@DefaultBean
class OwnModels implements Models {

    private final Sealer sealer;

    OwnModels(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Uni<Model> named(WorkspaceId workspace, String name) {
        return Uni.createFrom()
                .failure(new NoModel("no model is registered here; describe it among the suite's models"));
    }

    @Override
    public Uni<Model> described(WorkspaceId workspace, String name, SuiteModel described) {
        return Uni.createFrom().item(() -> {
            String keyOf = described.keyOf();
            return keyOf == null
                    ? DescribedModels.withoutKey(workspace, name, described)
                    : DescribedModels.withKey(workspace, name, described, sealer.seal(key(keyOf)));
        });
    }

    private static String key(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(key -> !key.isBlank())
                .orElseThrow(() -> new NoModel("no model is registered here, and the environment variable " + variable
                        + ", which would be its key, is not set"));
    }
}
