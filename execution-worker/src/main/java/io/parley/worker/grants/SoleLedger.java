package io.parley.worker.grants;

import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where there is one worker only, which so has all that the target takes. */
@ApplicationScoped
@DefaultBean
class SoleLedger implements Ledger {

    private static final double ALL = 1;

    @Override
    public Uni<Grant> renew(TargetId target, Demand demand) {
        return Uni.createFrom().item(() -> grant(demand.wanted(), demand.limits()));
    }

    private static Grant grant(int wanted, Limits limits) {
        int slots = Math.min(wanted, limits.maxConcurrency());
        return new Grant(
                slots,
                slots,
                Grant.partOf(limits.requestRate(), ALL),
                Grant.partOf(limits.tokenRate(), ALL),
                System.nanoTime() + TIME_TO_LIVE.toNanos());
    }
}
