package io.parley.run.runs;

import io.parley.contracts.RunId;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go.
 *
 * @param repeat of every case; null for as often as each case says
 * @param retryOf the run of which it asks again what failed; null for all that the revision says
 */
record RunOptions(
        String branch,
        Budget budget,
        Priority priority,
        @Nullable Integer repeat,
        @Nullable RunId retryOf) {

    /** As the run went, but with only those of its executions that failed. */
    static RunOptions retrying(RunView run) {
        return new RunOptions(run.branch(), run.budgetOrNone(), run.priority(), run.repeat(), run.id());
    }

    /** Whether the run was started so. */
    boolean areOf(RunView run) {
        return equals(new RunOptions(run.branch(), run.budgetOrNone(), run.priority(), run.repeat(), run.retryOf()));
    }
}
