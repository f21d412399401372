package io.parley.worker.simulation;

import io.parley.contracts.Exchange;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Simulation;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One whose model did not come with the request. */
record UnknownUser(SimulatedUser user) implements User {

    @Override
    public Uni<Optional<String>> next(List<Exchange> held, Scope variables) {
        return Uni.createFrom().failure(SimulationFailures.unknown(user));
    }

    @Override
    public @Nullable Simulation simulation() {
        return null;
    }
}
