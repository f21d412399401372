package io.parley.worker.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What this worker is working on. A request that is delivered again while its first delivery is still worked on (after
 * the broker's connection was lost) shares its outcome, and the target is not asked twice.
 */
final class UnderWay {

    private final EventLoops loops;
    private final Map<Key, Uni<Void>> works = new ConcurrentHashMap<>();

    UnderWay(EventLoops loops) {
        this.loops = loops;
    }

    /** Joins the work on this request or begins it; either way the outcome comes on the caller's context. */
    Uni<Void> join(ExecutionRequested request, Function<ExecutionRequested, Uni<Void>> work) {
        Key key = new Key(request.executionId(), request.attempt());
        Uni<Void> own = Uni.createFrom()
                .deferred(() -> work.apply(request))
                .onTermination()
                .invoke(() -> works.remove(key))
                .memoize()
                .indefinitely();
        Uni<Void> begun = works.putIfAbsent(key, own);
        return begun == null ? own : begun.emitOn(loops.here());
    }

    private record Key(ExecutionId execution, int attempt) {}
}
