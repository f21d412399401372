package io.parley.cli.api;

/** What became of a case from an earlier run to a later one, of what is worth listing. */
public enum Change {
    NEWLY_FAILING,
    FIXED
}
