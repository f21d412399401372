package io.parley.validation.reviews;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands in its locked row, and the rules of what may become of it.
 *
 * @param reviewers how many people decide before it may be settled, 1 or 2
 * @param round from 1; one more after each reopening
 * @param holder who has its lease now, or null
 * @param history what people did to it, oldest first
 */
record Review(
        ReviewId id,
        WorkspaceId workspace,
        RunId run,
        ExecutionId execution,
        int attempt,
        ReviewState state,
        int reviewers,
        int round,
        @Nullable UserId holder,
        List<HistoryEntry> history) {

    /** What the person has decided in this round, if anything. */
    Optional<Verdict> decidedBy(UserId person) {
        return decisions()
                .filter(entry -> entry.person().equals(person))
                .map(entry -> entry.verdict())
                .findFirst();
    }

    /** Refuses whoever does not have the lease, saying why. */
    void requireHolder(UserId person) {
        if (state == ReviewState.SETTLED) {
            throw ReviewProblems.SETTLED.problem();
        }
        if (holder == null) {
            throw ReviewProblems.LEASE_LOST.problem("Nobody has it at the moment: claim the next one again.");
        }
        if (!holder.equals(person)) {
            throw ReviewProblems.TAKEN.problem();
        }
    }

    void requireSettled() {
        if (state != ReviewState.SETTLED) {
            throw ReviewProblems.NOT_SETTLED.problem("It can be decided as it is.");
        }
    }

    /** The step that the next decision is. */
    ReviewStep step() {
        return switch (state) {
            case OPEN -> ReviewStep.FIRST;
            case SECOND -> ReviewStep.SECOND;
            case DISPUTED -> ReviewStep.ADJUDICATION;
            case SETTLED -> throw ReviewProblems.SETTLED.problem();
        };
    }

    /** The state after a decision. */
    ReviewState after(Verdict verdict) {
        return switch (state) {
            case OPEN -> reviewers == 1 ? ReviewState.SETTLED : ReviewState.SECOND;
            case SECOND -> agrees(verdict) ? ReviewState.SETTLED : ReviewState.DISPUTED;
            case DISPUTED -> ReviewState.SETTLED;
            case SETTLED -> throw ReviewProblems.SETTLED.problem();
        };
    }

    /** The history as somebody may see it: what another person has decided is hidden until the second one has decided too. */
    List<HistoryEntry> historyFor(UserId reader) {
        return history.stream()
                .map(entry -> isHidden(entry, reader) ? entry.withoutContent() : entry)
                .toList();
    }

    /** What others are told once a decision has settled it. */
    ExecutionReviewed settledBy(UserId person, Verdict verdict, @Nullable String comment, Instant at) {
        return new ExecutionReviewed(execution, attempt, run, workspace, id, round, verdict, person, comment, at);
    }

    private boolean isHidden(HistoryEntry entry, UserId reader) {
        return state == ReviewState.SECOND
                && entry.round() == round
                && !entry.person().equals(reader);
    }

    private boolean agrees(Verdict verdict) {
        return decisions().allMatch(entry -> verdict == entry.verdict());
    }

    private Stream<HistoryEntry> decisions() {
        return history.stream()
                .filter(entry -> entry.round() == round && entry.step().isDecision());
    }
}
