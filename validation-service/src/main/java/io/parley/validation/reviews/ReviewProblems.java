package io.parley.validation.reviews;

import io.parley.platform.problems.ProblemType;

/** How requests about reviews fail. */
final class ReviewProblems {

    static final ProblemType NOT_FOUND = new ProblemType("review-not-found", 404, "No such review");
    static final ProblemType LEASE_LOST = new ProblemType("review-lease-lost", 409, "The review is not yours any more");
    static final ProblemType TAKEN = new ProblemType("review-taken", 409, "Somebody else has the review");
    static final ProblemType SETTLED = new ProblemType("review-settled", 409, "The review is settled");
    static final ProblemType NOT_SETTLED = new ProblemType("review-not-settled", 409, "The review is not settled");
    static final ProblemType DECIDED =
            new ProblemType("review-decided", 409, "You have decided this review, and otherwise");

    private ReviewProblems() {}
}
