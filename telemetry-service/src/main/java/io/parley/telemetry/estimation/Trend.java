package io.parley.telemetry.estimation;

/** How the later half of the evidence compares with the earlier half. */
public enum Trend {
    /** Better: more often correct with a probability of at least 95%. */
    UP,

    /** Worse: less often correct with a probability of at least 95%. */
    DOWN,

    /** No change that is more than chance. */
    STEADY,

    /** Too little evidence in one of the halves to tell. */
    UNKNOWN
}
