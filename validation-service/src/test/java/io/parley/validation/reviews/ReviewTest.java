package io.parley.validation.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final UserId ANNA = new UserId(Ids.next());
    private static final UserId BORIS = new UserId(Ids.next());
    private static final UserId CLARA = new UserId(Ids.next());

    @Test
    void one_reviewer_settles() {
        assertThat(review(ReviewState.OPEN, 1, 1, null).after(Verdict.FAIL)).isEqualTo(ReviewState.SETTLED);
    }

    @Test
    void two_reviewers_settle_if_they_agree_and_else_a_third_one_does() {
        HistoryEntry first = entry(1, ReviewStep.FIRST, ANNA, Verdict.PASS);

        assertThat(review(ReviewState.OPEN, 2, 1, null).after(Verdict.PASS)).isEqualTo(ReviewState.SECOND);
        assertThat(review(ReviewState.SECOND, 2, 1, null, first).after(Verdict.PASS))
                .isEqualTo(ReviewState.SETTLED);
        assertThat(review(ReviewState.SECOND, 2, 1, null, first).after(Verdict.FAIL))
                .isEqualTo(ReviewState.DISPUTED);
        assertThat(review(ReviewState.DISPUTED, 2, 1, null, first).after(Verdict.FAIL))
                .isEqualTo(ReviewState.SETTLED);
    }

    @Test
    void what_was_decided_in_an_earlier_round_does_not_bind_the_next() {
        HistoryEntry earlier = entry(1, ReviewStep.FIRST, ANNA, Verdict.FAIL);
        Review review =
                review(ReviewState.SECOND, 2, 2, null, earlier, entry(2, ReviewStep.FIRST, BORIS, Verdict.PASS));

        assertThat(review.decidedBy(ANNA)).isEmpty();
        assertThat(review.after(Verdict.PASS)).isEqualTo(ReviewState.SETTLED);
    }

    @Test
    void the_first_verdict_is_seen_by_its_author_alone_until_the_second_is_there() {
        HistoryEntry first = entry(1, ReviewStep.FIRST, ANNA, Verdict.PASS);

        assertThat(review(ReviewState.SECOND, 2, 1, null, first).historyFor(BORIS))
                .singleElement()
                .satisfies(entry -> assertThat(entry.verdict()).isNull())
                .satisfies(entry -> assertThat(entry.comment()).isNull());
        assertThat(review(ReviewState.SECOND, 2, 1, null, first).historyFor(ANNA))
                .containsExactly(first);
        assertThat(review(ReviewState.DISPUTED, 2, 1, null, first).historyFor(CLARA))
                .containsExactly(first);
    }

    @Test
    void only_who_has_the_lease_may_decide_and_is_else_told_why_not() {
        review(ReviewState.OPEN, 1, 1, ANNA).requireHolder(ANNA);

        assertThatThrownBy(() -> review(ReviewState.OPEN, 1, 1, ANNA).requireHolder(BORIS))
                .hasMessage("Somebody else has the review");
        assertThatThrownBy(() -> review(ReviewState.OPEN, 1, 1, null).requireHolder(BORIS))
                .hasMessageStartingWith("The review is not yours any more");
        assertThatThrownBy(() -> review(ReviewState.SETTLED, 1, 1, null).requireHolder(BORIS))
                .hasMessage("The review is settled");
    }

    private static Review review(
            ReviewState state, int reviewers, int round, @Nullable UserId holder, HistoryEntry... history) {
        return new Review(
                new ReviewId(Ids.next()),
                TestTokens.newWorkspace(),
                new RunId(Ids.next()),
                new ExecutionId(Ids.next()),
                1,
                state,
                reviewers,
                round,
                holder,
                List.of(history));
    }

    private static HistoryEntry entry(int round, ReviewStep step, UserId person, Verdict verdict) {
        return new HistoryEntry(round, step, person, verdict, "because", Instant.EPOCH);
    }
}
