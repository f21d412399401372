package io.parley.validation.assertions;

/** An assertion that its subject alone decides. */
public non-sealed interface Rule extends Assertion {

    /**
     * What it says.
     *
     * @throws Unanswered if the target does not report what it looks at; the finding is an error with that reason then
     */
    Finding check(Subject subject);
}
