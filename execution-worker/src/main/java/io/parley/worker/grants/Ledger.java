package io.parley.worker.grants;

import io.parley.contracts.TargetId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Who holds how much of a target, so that the sum over all workers is never above the target's limits. */
interface Ledger {

    /** How long a grant lasts without renewal. */
    Duration TIME_TO_LIVE = Duration.ofSeconds(3);

    /** The grant that follows from the demand; a grant given up is one of no slots. */
    Uni<Grant> renew(TargetId target, Demand demand);
}
