package io.parley.gateway.instances;

import io.parley.gateway.routes.Instance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Whose turn it is among the instances of one service. */
final class Turn {

    private final List<Instance> instances;
    private final AtomicInteger next = new AtomicInteger();

    Turn(List<Instance> instances) {
        this.instances = instances;
    }

    /** The next in turn that was not asked yet and is admitted; who is not asked is not tried for admission. */
    Optional<Instance> take(Set<Instance> asked, Predicate<Instance> admitted) {
        int first = next.getAndIncrement();
        for (int i = 0; i < instances.size(); i++) {
            Instance candidate = instances.get(Math.floorMod(first + i, instances.size()));
            if (!asked.contains(candidate) && admitted.test(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
