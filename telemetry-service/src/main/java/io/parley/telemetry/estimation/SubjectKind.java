package io.parley.telemetry.estimation;

/** Whose skill is estimated, which decides how. */
public enum SubjectKind {
    /** A person, who learns from one observation to the next: Bayesian knowledge tracing. */
    LEARNER,

    /** A version of an assistant, which stays as it is: a share of successes with its Beta posterior. */
    ASSISTANT
}
