package io.parley.validation.behaviour;

/** Which time a latency is about. */
enum Span {
    /** From sending the user's words to the last byte of the answer. */
    TURN,
    /** From sending the user's words to the first byte of the answer. */
    FIRST_BYTE,
    /** The whole conversation. */
    TOTAL
}
