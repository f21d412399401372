package io.parley.worker.simulation;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.SimulatedUser;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Drivers;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.templates.Templates;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the users of conversations. */
@ApplicationScoped
public class Simulations {

    private final Drivers drivers;
    private final Templates templates;

    Simulations(Drivers drivers, Templates templates) {
        this.drivers = drivers;
        this.templates = templates;
    }

    /**
     * The user who goes on where the turns of the request's case end. Nothing is asked of a model before that.
     *
     * @param conversation the id under which the target knows it
     * @param slot the conversation's place at the user's model; it stays the caller's to release
     */
    public User user(ExecutionRequested request, String conversation, Slot slot) {
        SimulatedUser user = request.conversation().simulate();
        if (user == null) {
            return User.nobody();
        }
        ChatTarget model = request.simulator();
        return model == null ? new UnknownUser(user) : played(user, model, request, conversation, slot);
    }

    private User played(
            SimulatedUser user, ChatTarget model, ExecutionRequested request, String conversation, Slot slot) {
        Script script = new Script(user, templates);
        ChatTarget cast = script.cast(model);
        Deadline deadline = Deadline.in(SimulatedUser.TIME_OF_A_TURN);
        Dialogue line = drivers.openAside(cast, request.runId(), conversation, slot, deadline);
        return new PlayedUser(cast, line, slot, deadline, script, new SimulatedTurns(user));
    }
}
