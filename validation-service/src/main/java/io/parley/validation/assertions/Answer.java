package io.parley.validation.assertions;

/** What was found out for a {@link Need}. */
public sealed interface Answer<A> {

    record Known<A>(A value) implements Answer<A> {}

    /**
     * It could not be found out.
     *
     * @param reason ends a sentence that starts with what was to be checked
     */
    record Unknown<A>(String reason) implements Answer<A> {}
}
