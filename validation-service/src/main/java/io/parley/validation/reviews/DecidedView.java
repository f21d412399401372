package io.parley.validation.reviews;

import org.jspecify.annotations.Nullable;

/**
 * What a decision came to.
 *
 * @param review that was decided
 * @param next the review that the same person has claimed now; absent if none was asked for, and if none is left
 */
record DecidedView(ReviewView review, @Nullable ReviewDetails next) {}
