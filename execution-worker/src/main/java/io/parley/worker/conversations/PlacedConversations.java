package io.parley.worker.conversations;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RecordedTarget;
import io.parley.worker.grants.Grants;
import io.parley.worker.grants.Slot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds conversations as soon as they have their places: at the target, and at the model that plays the user. */
@ApplicationScoped
public class PlacedConversations {

    private final Grants grants;
    private final Conversations conversations;

    PlacedConversations(Grants grants, Conversations conversations) {
        this.grants = grants;
        this.conversations = conversations;
    }

    /**
     * Holds the conversation to its end, or as far as it goes: what goes wrong with the target is in the transcript. The places are
     * free as soon as the conversation is over. Fails only with {@link io.parley.worker.cancellations.RunWasCancelled}, and with
     * {@link io.parley.worker.grants.NoSlot} where there is no place for long.
     */
    public Uni<ExecutionCompleted> hold(ExecutionRequested request) {
        return switch (request.target()) {
            case LiveTarget target -> places(request, target).chain(places -> hold(request, target, places));
            case RecordedTarget target -> conversations.replay(request, target);
        };
    }

    /** The place at the model that plays the user is taken each time that the model is asked. */
    private Uni<Places> places(ExecutionRequested request, LiveTarget target) {
        ChatTarget simulator = request.simulator();
        if (simulator == null || simulator.id().equals(target.id())) {
            return place(request, target).map(slot -> new Places(slot, slot));
        }
        boolean scripted = !request.conversation().turns().isEmpty();
        return place(request, target).map(slot -> new Places(slot, grants.aside(simulator, request.runId(), scripted)));
    }

    /** One that is taken later may not be there then; what a model that plays the user has said by that time would be said in vain. */
    private Uni<Slot> place(ExecutionRequested request, LiveTarget target) {
        return request.simulator() == null && conversations.recalls(request, target)
                ? Uni.createFrom().item(() -> grants.later(target, request.runId()))
                : grants.acquire(target, request.runId());
    }

    private Uni<ExecutionCompleted> hold(ExecutionRequested request, LiveTarget target, Places places) {
        return Uni.createFrom()
                .deferred(() -> conversations.hold(request, target, places))
                .onTermination()
                .invoke(places::release);
    }
}
