package io.parley.validation.assertions;

/**
 * Something to be found out before an assertion can be checked. A record: equal needs have the same answer and are asked
 * once.
 *
 * @param <A> what the answer is; never changed by anyone
 */
@SuppressWarnings("unused") // the type of the answer
public interface Need<A> {}
