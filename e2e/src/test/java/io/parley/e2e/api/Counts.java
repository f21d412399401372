package io.parley.e2e.api;

/** How many executions of a run ended how. */
public record Counts(int total, int passed, int failed, int errored, int unsure, int cancelled) {

    public int finished() {
        return passed + failed + errored + unsure + cancelled;
    }
}
