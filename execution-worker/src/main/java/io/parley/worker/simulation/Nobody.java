package io.parley.worker.simulation;

import io.parley.contracts.Exchange;
import io.parley.contracts.Simulation;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says nothing. */
enum Nobody implements User {
    INSTANCE;

    @Override
    public Uni<Optional<String>> next(List<Exchange> held, Scope variables) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public @Nullable Simulation simulation() {
        return null;
    }
}
