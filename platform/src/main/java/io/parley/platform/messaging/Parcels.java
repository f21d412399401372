package io.parley.platform.messaging;

import io.parley.contracts.Event;
import io.parley.platform.messaging.Parcel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages that are about to be sent, those that travel together packed. Not thread-safe. */
final class Parcels {

    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<Kind, Parcel> unfilled = new HashMap<>();

    void add(Message message, Publication publication) {
        parcelFor(message).add(message, publication);
    }

    /** All of them, in the order of their first messages; none is left. */
    List<Parcel> take() {
        List<Parcel> taken = List.copyOf(parcels);
        parcels.clear();
        unfilled.clear();
        return taken;
    }

    private Parcel parcelFor(Message message) {
        if (!Event.travelTogether(message.routingKey())) {
            return begun();
        }
        return unfilled.compute(
                Kind.of(message), (kind, parcel) -> parcel != null && parcel.takes(message) ? parcel : begun());
    }

    private Parcel begun() {
        Parcel parcel = new Parcel();
        parcels.add(parcel);
        return parcel;
    }
}
