package io.parley.worker.simulation;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Simulation;
import io.parley.contracts.Simulation.End;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.Reports;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A user whom a model plays: in the dialogue with the model, the target's answers are what is said, and its replies what the user says. */
final class PlayedUser implements User {

    private final ChatTarget model;
    private final Dialogue line;
    private final Slot slot;
    private final Deadline deadline;
    private final Script script;
    private final SimulatedTurns turns;
    private Duration thought = Duration.ZERO;

    /**
     * One who has said nothing yet.
     *
     * @param line to the model
     * @param slot the conversation's place at the model
     * @param deadline of the line
     */
    PlayedUser(ChatTarget model, Dialogue line, Slot slot, Deadline deadline, Script script, SimulatedTurns turns) {
        this.model = model;
        this.line = line;
        this.slot = slot;
        this.deadline = deadline;
        this.script = script;
        this.turns = turns;
    }

    @Override
    public Uni<Optional<String>> next(List<Exchange> held, Scope variables) {
        String answer = held.isEmpty() ? "" : held.getLast().answer();
        Optional<End> end =
                !held.isEmpty() && script.stops(answer, variables) ? Optional.of(End.STOPPED) : turns.limit();
        if (end.isPresent()) {
            turns.ended(end.get());
            return Uni.createFrom().item(Optional.empty());
        }
        return ask(turns.areNone() ? script.opening(held) : script.answered(answer), script.scope(variables));
    }

    @Override
    public Simulation simulation() {
        return turns.simulation();
    }

    @Override
    public Duration thought() {
        return thought;
    }

    private Uni<Optional<String>> ask(String told, Scope scope) {
        long since = System.nanoTime();
        deadline.restart(SimulatedUser.TIME_OF_A_TURN);
        return line.say(told, scope, SimulatedUser.TIME_OF_A_TURN)
                .onFailure(BrokenOff.class)
                .transform(failure -> SimulationFailures.silent(model, failure.failure()))
                .map(this::said)
                .onTermination()
                .invoke(() -> rest(since));
    }

    private void rest(long since) {
        slot.rest();
        thought = thought.plusNanos(System.nanoTime() - since);
    }

    private Optional<String> said(Answer reply) {
        turns.asked(reply.exchange());
        slot.spent(Reports.tokens(reply.exchange().reported()));
        String words = reply.exchange().answer().strip();
        if (script.isGoalReached(words)) {
            turns.ended(End.GOAL_REACHED);
            return Optional.empty();
        }
        if (words.isEmpty()) {
            throw SimulationFailures.speechless(model);
        }
        turns.took();
        return Optional.of(words);
    }
}
