package io.parley.run.statistics;

import io.parley.platform.local.ForLocal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a completed run keeps to what its suite asks.
 *
 * @param passed every condition holds
 */
@ForLocal
public record GateView(boolean passed, List<Condition> conditions) {

    static GateView of(List<Condition> conditions) {
        return new GateView(conditions.stream().allMatch(Condition::passed), conditions);
    }

    /**
     * One thing that the suite asks.
     *
     * @param condition its key in the suite file
     * @param wanted at least this pass rate, at most this share of unsure ones or number of regressions
     * @param found absent when nothing has passed or failed
     * @param reason a sentence for people
     */
    public record Condition(
            String condition, double wanted, @Nullable Double found, boolean passed, String reason) {}
}
