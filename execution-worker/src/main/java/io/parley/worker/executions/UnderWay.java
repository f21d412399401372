package io.parley.worker.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What this worker is working on. A request that is delivered again while its first delivery is still worked on (after
 * the broker's connection was lost) shares its outcome, and the target is not asked twice.
 */
final class UnderWay {

    private final Map<Key, Uni<Void>> works = new ConcurrentHashMap<>();

    /** Joins the work on this request or begins it. */
    Uni<Void> join(ExecutionRequested request, Function<ExecutionRequested, Uni<Void>> work) {
        Key key = new Key(request.executionId(), request.attempt());
        return works.computeIfAbsent(
                key,
                unknown -> Uni.createFrom()
                        .deferred(() -> work.apply(request))
                        .onTermination()
                        .invoke(() -> works.remove(key))
                        .memoize()
                        .indefinitely());
    }

    private record Key(ExecutionId execution, int attempt) {}
}
