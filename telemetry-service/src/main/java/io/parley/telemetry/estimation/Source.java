package io.parley.telemetry.estimation;

/** Where an observation comes from. */
public enum Source {
    /** The verdict of an execution whose case names the skill. */
    EXECUTION,

    /** An event of the telemetry that a rule maps to the skill. */
    EVENT,

    /** The decision of a person; the yardstick of all other sources. */
    REVIEW,

    /** An assessment that was made elsewhere. */
    OUTSIDE
}
