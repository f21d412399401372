package io.parley.run.runs;

import io.parley.contracts.RunId;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go.
 *
 * @param repeat of every case; null for as often as each case says
 * @param choice of the revision's cases
 * @param retryOf the run of which it asks again what failed; null for all cases that are chosen
 */
record RunOptions(
        String branch,
        Budget budget,
        Priority priority,
        @Nullable Integer repeat,
        CaseChoice choice,
        @Nullable RunId retryOf) {

    /** As the run went, but with only those of its executions that failed. */
    static RunOptions retrying(RunView run) {
        return of(run, run.id());
    }

    /** Whether the run was started so. */
    boolean areOf(RunView run) {
        return equals(of(run, run.retryOf()));
    }

    /** Whether the run may have but some of the executions of its revision. */
    boolean arePartial() {
        return retryOf != null || !choice.isOfAll();
    }

    private static RunOptions of(RunView run, @Nullable RunId retryOf) {
        return new RunOptions(run.branch(), run.budgetOrNone(), run.priority(), run.repeat(), run.choice(), retryOf);
    }
}
