package io.parley.validation.models;

import io.parley.contracts.SuiteModel;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;

/** The models that judges are. */
public interface Models {

    /** The registered model of this name, as it is now. Fails with {@link NoModel} if the workspace has none. */
    Uni<Model> named(WorkspaceId workspace, String name);

    /**
     * A model that a suite describes, under the name that it has there. Fails with {@link NoModel} if there is no key for it where it
     * needs one, or no such address.
     */
    Uni<Model> described(WorkspaceId workspace, String name, SuiteModel described);
}
