package io.parley.validation.assertions;

import java.util.List;

/** An assertion that is made of others. */
public non-sealed interface Group extends Assertion {

    List<Expectation> parts();

    /** What all of them say together, from what each says, in their order. */
    Finding combine(List<Finding> findings);
}
