package io.parley.run.imports;

import io.parley.contracts.WorkspaceId;
import io.parley.run.suites.ImportedSuite;
import io.parley.run.suites.Suites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Imports the suites that files hold. */
@ApplicationScoped
class Imports {

    private final SuiteSources sources;
    private final Suites suites;

    Imports(SuiteSources sources, Suites suites) {
        this.sources = sources;
        this.suites = suites;
    }

    /** All suites that the files hold, or none of them. */
    Uni<List<ImportedSuite>> importAll(WorkspaceId workspace, UUID importer, ImportFiles files) {
        return suites.importAll(workspace, importer, () -> sources.read(files.format(), files.files()));
    }
}
