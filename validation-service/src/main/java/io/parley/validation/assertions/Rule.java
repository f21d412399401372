package io.parley.validation.assertions;

/** An assertion that its subject alone decides. */
public non-sealed interface Rule extends Assertion {

    Finding check(Subject subject);
}
