package io.parley.worker.simulation;

import io.parley.contracts.Exchange;
import io.parley.contracts.Simulation;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who goes on with a conversation where the turns of the case end. Asked for one turn at a time. */
public interface User {

    /**
     * What the user says next; nothing once there is no more to say. Fails with {@link io.parley.worker.BrokenOff}, or with
     * {@link io.parley.worker.templates.InvalidTemplate}.
     *
     * @param held the turns so far
     * @param variables of the case, and what was captured
     */
    Uni<Optional<String>> next(List<Exchange> held, Scope variables);

    /** How the user fared so far; null if nobody is simulated. */
    @Nullable Simulation simulation();

    /** How long the user has thought so far, which is not the conversation's time. */
    default Duration thought() {
        return Duration.ZERO;
    }

    /** Of a case that says all there is to say. */
    static User nobody() {
        return Nobody.INSTANCE;
    }
}
