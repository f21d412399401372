package io.parley.validation.assertions;

import java.util.List;

/** An assertion that is decided by something slower than a rule: a model, a judge, a sandbox. */
public non-sealed interface Question extends Assertion {

    /** What must be found out before it can be checked; for many executions together, and once for equal needs. */
    List<Need<?>> needs(Subject subject);

    /**
     * What it says, once its needs are answered.
     *
     * @param answers to its needs
     * @throws Unanswered if one of them could not be found out; the finding is an error with that reason then
     */
    Finding check(Subject subject, Answers answers);
}
