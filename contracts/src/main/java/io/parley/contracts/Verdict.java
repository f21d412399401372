package io.parley.contracts;

/** The outcome of an assertion or an execution. */
public enum Verdict {
    /** What was expected came. */
    PASS,
    /** What came is not what was expected. */
    FAIL,
    /** The target, a judge or the harness failed: says nothing about quality. */
    ERROR,
    /** Nobody could tell: a person has to look. */
    UNSURE
}
