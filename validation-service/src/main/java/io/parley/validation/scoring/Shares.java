package io.parley.validation.scoring;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How much of something each workspace has under way, which is never more than its share. Safe for many threads. */
final class Shares {

    private final int most;
    private final Map<WorkspaceId, Integer> underWay = new HashMap<>();

    Shares(int most) {
        this.most = most;
    }

    /** Does the work if there is room for it in the workspace's share, which it takes up until its end of any kind. */
    <T> Uni<T> within(WorkspaceId workspace, Supplier<Uni<T>> work, Supplier<Uni<T>> otherwise) {
        return Uni.createFrom()
                .deferred(() -> take(workspace)
                        ? Uni.createFrom().deferred(work::get).onTermination().invoke(() -> leave(workspace))
                        : otherwise.get());
    }

    private synchronized boolean take(WorkspaceId workspace) {
        int taken = underWay.getOrDefault(workspace, 0);
        if (taken == most) {
            return false;
        }
        underWay.put(workspace, taken + 1);
        return true;
    }

    private synchronized void leave(WorkspaceId workspace) {
        underWay.computeIfPresent(workspace, (who, taken) -> taken == 1 ? null : taken - 1);
    }
}
