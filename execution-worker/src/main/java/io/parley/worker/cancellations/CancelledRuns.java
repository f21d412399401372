package io.parley.worker.cancellations;

import io.parley.contracts.RunId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The cancelled runs as all workers know them. */
interface CancelledRuns {

    Uni<Void> add(List<RunId> runs);

    Uni<Boolean> has(RunId run);
}
