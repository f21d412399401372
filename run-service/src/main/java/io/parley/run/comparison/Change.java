package io.parley.run.comparison;

/** What became of a case from an earlier run to a later one. */
enum Change {
    /** Passed in the earlier run, fails in the later one. */
    NEWLY_FAILING,
    /** Failed in the earlier run, passes in the later one. */
    FIXED,
    STILL_FAILING,
    STILL_PASSING,
    /** Not in the earlier run. */
    NEW,
    /** Not in the later run. */
    GONE,
    /** In both, but one of them has neither passed nor failed it. */
    UNDECIDED
}
