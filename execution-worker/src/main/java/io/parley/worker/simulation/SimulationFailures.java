package io.parley.worker.simulation;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Failure;
import io.parley.contracts.SimulatedUser;
import io.parley.worker.BrokenOff;
import java.util.Set;

/**
 * Every way in which a model fails to play a user. They have a code of their own: nothing of this is the target's fault, and
 * nothing tells whether the target is there.
 */
final class SimulationFailures {

    private static final String CODE = "simulator-failed";
    private static final Set<String> TIMEOUTS = Set.of("turn-timeout", "case-timeout");

    private SimulationFailures() {}

    static BrokenOff silent(ChatTarget model, Failure cause) {
        String reason = TIMEOUTS.contains(cause.code())
                ? "it gave no complete reply in the %d s that it has for each turn"
                        .formatted(SimulatedUser.TIME_OF_A_TURN.toSeconds())
                : cause.reason();
        return new BrokenOff(CODE, "the model '%s', which plays the user, failed: %s".formatted(model.name(), reason));
    }

    static BrokenOff speechless(ChatTarget model) {
        return new BrokenOff(
                CODE,
                "the model '%s', which plays the user, replied without words; use another model or a clearer persona and goal"
                        .formatted(model.name()));
    }

    static BrokenOff unknown(SimulatedUser user) {
        return new BrokenOff(
                CODE,
                "the run does not know the model '%s', which is to play the user; start it again"
                        .formatted(user.model()));
    }
}
