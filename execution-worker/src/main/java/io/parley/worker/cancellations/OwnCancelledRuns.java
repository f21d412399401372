package io.parley.worker.cancellations;

import io.parley.contracts.RunId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where there is one worker only: those that it was told of. */
@ApplicationScoped
@DefaultBean
class OwnCancelledRuns implements CancelledRuns {

    private final Set<RunId> cancelled = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Void> add(List<RunId> runs) {
        return Uni.createFrom().voidItem().invoke(() -> cancelled.addAll(runs));
    }

    @Override
    public Uni<Boolean> has(RunId run) {
        return Uni.createFrom().item(() -> cancelled.contains(run));
    }
}
