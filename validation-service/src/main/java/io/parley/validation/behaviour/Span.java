package io.parley.validation.behaviour;

/** Which time a latency is about. */
enum Span {
    /** From sending the user's words to the last byte of the answer. */
    TURN,
    /** The whole conversation. */
    TOTAL
}
