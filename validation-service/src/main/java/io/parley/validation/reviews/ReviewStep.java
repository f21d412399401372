package io.parley.validation.reviews;

/** What people do to a review; each once in a round. */
enum ReviewStep {
    /** The decision of the first person. */
    FIRST,
    /** That of a second one. */
    SECOND,
    /** That of a third one about the two. */
    ADJUDICATION,
    /** The end of a round's verdict: the next round begins. */
    REOPENING;

    boolean isDecision() {
        return this != REOPENING;
    }
}
