package io.parley.validation.chat;

import io.parley.validation.models.Model.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which extras each endpoint has refused, as far as this process remembers. */
@ApplicationScoped
class Tolerance {

    private static final int MOST = 1_000;

    private final Map<Endpoint, Set<Extra>> refused = new LinkedHashMap<>();

    /** What to ask an endpoint for. */
    synchronized Set<Extra> extras(Endpoint endpoint) {
        Set<Extra> extras = EnumSet.allOf(Extra.class);
        extras.removeAll(refused.getOrDefault(endpoint, Set.of()));
        return extras;
    }

    synchronized void refused(Endpoint endpoint, Set<Extra> more) {
        refused.computeIfAbsent(endpoint, unknown -> EnumSet.noneOf(Extra.class))
                .addAll(more);
        if (refused.size() > MOST) {
            refused.remove(refused.keySet().iterator().next());
        }
    }
}
