package io.parley.worker.conversations;

import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Failure;
import io.parley.contracts.Turn;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.cancellations.Cancellations;
import io.parley.worker.cancellations.RunWasCancelled;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.simulation.User;
import io.parley.worker.templates.InvalidTemplate;
import io.parley.worker.watching.Watchers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One conversation while it is held. */
final class Session {

    private static final Logger LOG = Logger.getLogger(Session.class);

    private final ExecutionRequested request;
    private final Dialogue dialogue;
    private final Course course;
    private final User user;
    private final Watchers watchers;
    private final Cancellations cancellations;
    private final Supplier<Duration> elapsed;

    /**
     * One that begins.
     *
     * @param user who goes on after the turns of the case
     * @param elapsed how long the conversation has taken so far
     */
    Session(
            ExecutionRequested request,
            Dialogue dialogue,
            Course course,
            User user,
            Watchers watchers,
            Cancellations cancellations,
            Supplier<Duration> elapsed) {
        this.request = request;
        this.dialogue = dialogue;
        this.course = course;
        this.user = user;
        this.watchers = watchers;
        this.cancellations = cancellations;
        this.elapsed = elapsed;
    }

    /** Holds turn after turn; fails only with {@link RunWasCancelled}. */
    Uni<Ending> hold() {
        return script().chain(() -> request.conversation().simulate() == null
                        ? Uni.createFrom().voidItem()
                        : improvise())
                .invoke(dialogue::end)
                .map(held -> course.ended(elapsed.get(), user.simulation()))
                .onFailure(failure -> !(failure instanceof RunWasCancelled))
                .recoverWithItem(this::brokenOff);
    }

    private Uni<Void> script() {
        return Multi.createFrom()
                .iterable(request.conversation().turns())
                .onItem()
                .transformToUniAndConcatenate(this::turn)
                .onItem()
                .ignoreAsUni();
    }

    private Ending brokenOff(Throwable failure) {
        Ending ending = course.brokeOff(cause(failure), elapsed.get(), user.simulation());
        watchers.brokeOff(request, ending.transcript());
        return ending;
    }

    /** The user goes on until there is nothing more to say. */
    private Uni<Void> improvise() {
        return cancellations
                .requireGoingOn(request.runId())
                .invoke(course::improvise)
                .chain(() -> user.next(course.exchanges(), course.variables()))
                .chain(words -> words.isPresent()
                        ? answer(words.get()).chain(this::improvise)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> answer(String words) {
        return say(words).invoke(course::improvised).invoke(this::tell).replaceWithVoid();
    }

    private Uni<Void> turn(Turn turn) {
        return cancellations
                .requireGoingOn(request.runId())
                .chain(() -> course.takes(turn) ? hold(turn) : Uni.createFrom().voidItem());
    }

    private Uni<Void> hold(Turn turn) {
        return say(course.message(turn))
                .invoke(answer -> course.answered(turn, answer))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private void tell(Answer answer) {
        watchers.answered(request, course.exchanges().size(), answer.exchange());
    }

    private Uni<Answer> say(String message) {
        return dialogue.say(message, course.variables(), request.conversation().timeout());
    }

    private Failure cause(Throwable failure) {
        return switch (failure) {
            case BrokenOff broken -> broken.failure();
            case InvalidTemplate invalid -> new Failure("template-invalid", invalid.reason());
            default -> defect(failure);
        };
    }

    private Failure defect(Throwable failure) {
        LOG.errorf(failure, "message=\"conversation ended by a defect\" execution=%s", request.executionId());
        return new Failure(
                "worker-defect",
                "the worker could not go on; its log says why, under execution " + request.executionId());
    }
}
