package io.parley.validation.reviews;

/** Where a review is in its life. */
enum ReviewState {
    /** Nobody has decided yet. */
    OPEN,
    /** One person has decided, and another one has to without knowing what. */
    SECOND,
    /** The two differ; a third person decides. */
    DISPUTED,
    /** Has its verdict. */
    SETTLED
}
