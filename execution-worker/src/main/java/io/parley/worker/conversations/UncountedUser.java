package io.parley.worker.conversations;

import io.parley.contracts.Exchange;
import io.parley.contracts.Simulation;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.simulation.User;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user whose thinking takes nothing of the time that the target has. */
record UncountedUser(User user, Deadline deadline) implements User {

    @Override
    public Uni<Optional<String>> next(List<Exchange> held, Scope variables) {
        return deadline.uncounted(user.next(held, variables));
    }

    @Override
    public @Nullable Simulation simulation() {
        return user.simulation();
    }

    @Override
    public Duration thought() {
        return user.thought();
    }
}
