package io.parley.gateway.instances;

import io.parley.gateway.routes.Instance;
import io.parley.gateway.routes.Upstream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The instances of a service that one request comes to, each at most once. Used on one event loop. */
public final class Visit {

    private final Instances instances;
    private final Upstream upstream;
    private final Set<Instance> asked = new HashSet<>();

    Visit(Instances instances, Upstream upstream) {
        this.instances = instances;
        this.upstream = upstream;
    }

    public Upstream upstream() {
        return upstream;
    }

    /** The instance to ask now; none when each was asked or is left alone. */
    public Optional<Instance> next() {
        Optional<Instance> next = instances.next(upstream, asked);
        if (next.isPresent() && !asked.isEmpty()) {
            instances.askedAnother(upstream);
        }
        next.ifPresent(asked::add);
        return next;
    }

    /** Says that an instance answered, whatever it was. */
    public void answered(Instance instance) {
        instances.answered(instance);
    }

    /** Says that an instance could not be reached or left the request without an answer. */
    public void failed(Instance instance) {
        instances.failed(instance);
    }
}
