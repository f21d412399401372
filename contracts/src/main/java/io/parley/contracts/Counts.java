package io.parley.contracts;

/**
 * How the executions of a run stand. Once the run has ended, the five outcomes sum to {@code total}.
 *
 * @param total executions of the run
 */
public record Counts(int total, int passed, int failed, int errored, int unsure, int cancelled) {

    /** Executions that will not change any more. */
    public int finished() {
        return passed + failed + errored + unsure + cancelled;
    }
}
