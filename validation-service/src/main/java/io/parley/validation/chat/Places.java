package io.parley.validation.chat;

import io.parley.platform.eventloops.EventLoops;
import io.parley.validation.models.Model;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds requests to a model back, so that no more are under way at once than it may have; the longest waiting is next. */
@ApplicationScoped
class Places {

    private final EventLoops loops;
    private final Map<UUID, Room> rooms = new HashMap<>();

    Places(EventLoops loops) {
        this.loops = loops;
    }

    /** Does the work once there is a place for it, on the context of the caller; its end, of any kind, frees the place. */
    <T> Uni<T> in(Model model, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = new Place(model);
            return Uni.createFrom()
                    .<Void>emitter(place::enter)
                    .emitOn(loops.here())
                    .chain(work::get)
                    .onTermination()
                    .invoke(place::leave);
        });
    }

    /** Requests of one model. */
    private static final class Room {
        private int taken;
        private final Deque<Place> waiting = new ArrayDeque<>();
    }

    /** One request's. Its state changes under the lock, its turn is told outside of it. */
    private final class Place {

        private final Model model;
        private @Nullable UniEmitter<? super Void> turn;
        private boolean taken;

        Place(Model model) {
            this.model = model;
        }

        void enter(UniEmitter<? super Void> emitter) {
            synchronized (rooms) {
                turn = emitter;
                Room room = rooms.computeIfAbsent(model.id(), unknown -> new Room());
                taken = room.taken < model.maxConcurrency();
                if (taken) {
                    room.taken++;
                } else {
                    room.waiting.add(this);
                }
            }
            if (taken) {
                emitter.complete(null);
            }
        }

        void leave() {
            Place next;
            synchronized (rooms) {
                next = left(rooms.get(model.id()));
            }
            if (next != null && next.turn != null) {
                next.turn.complete(null);
            }
        }

        private @Nullable Place left(@Nullable Room room) {
            if (room == null) {
                return null;
            }
            if (!taken) {
                room.waiting.remove(this);
                return null;
            }
            taken = false;
            room.taken--;
            Place next = room.taken < model.maxConcurrency() ? room.waiting.poll() : null;
            if (next != null) {
                next.taken = true;
                room.taken++;
            } else if (room.taken == 0) {
                rooms.remove(model.id());
            }
            return next;
        }
    }
}
