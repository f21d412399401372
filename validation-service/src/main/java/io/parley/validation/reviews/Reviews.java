package io.parley.validation.reviews;

import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.validation.agreement.Judge;
import io.parley.validation.agreement.JudgeStanding;
import io.parley.validation.reviews.ReviewRepository.Found;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** What people do with the review queue. */
@ApplicationScoped
class Reviews {

    private final ReviewRepository repository;
    private final Leases leases;
    private final Decisions decisions;
    private final JudgeStanding judges;

    Reviews(ReviewRepository repository, Leases leases, Decisions decisions, JudgeStanding judges) {
        this.repository = repository;
        this.leases = leases;
        this.decisions = decisions;
        this.judges = judges;
    }

    Uni<Page<ReviewView>> list(WorkspaceId workspace, UserId person, ReviewFilter filter, Slice slice) {
        return repository
                .list(workspace, person, filter, slice)
                .map(rows -> Page.of(
                        rows, slice.limit(), review -> new Cursor(review.id().toString())));
    }

    Uni<ReviewDetails> show(WorkspaceId workspace, UserId person, ReviewId id) {
        return repository
                .require(workspace, id)
                .chain(found -> judges.belowFloor(workspace).map(below -> details(found, person, below)));
    }

    /** The oldest review that the person may decide, claimed. */
    Uni<Optional<ReviewDetails>> next(WorkspaceId workspace, UserId person) {
        return leases.claim(workspace, person)
                .chain(claimed -> claimed.isPresent()
                        ? show(workspace, person, claimed.get()).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    Uni<ReviewView> renew(WorkspaceId workspace, UserId person, ReviewId id) {
        return leases.renew(workspace, person, id)
                .chain(renewed ->
                        renewed.isPresent() ? Uni.createFrom().item(renewed.get()) : refuse(workspace, person, id));
    }

    Uni<ReviewView> release(WorkspaceId workspace, UserId person, ReviewId id) {
        return leases.release(workspace, person, id)
                .chain(released ->
                        released.isPresent() ? Uni.createFrom().item(released.get()) : refuse(workspace, person, id));
    }

    /** @param claimNext whether the person wants another review at once */
    Uni<DecidedView> decide(WorkspaceId workspace, UserId person, ReviewId id, Decide wanted, boolean claimNext) {
        return decisions
                .decide(workspace, person, id, wanted)
                .chain(() -> view(workspace, id))
                .chain(review -> claimNext
                        ? next(workspace, person).map(next -> new DecidedView(review, next.orElse(null)))
                        : Uni.createFrom().item(new DecidedView(review, null)));
    }

    Uni<ReviewView> reopen(WorkspaceId workspace, UserId person, ReviewId id, Reopen wanted) {
        return decisions.reopen(workspace, person, id, wanted).chain(() -> view(workspace, id));
    }

    private Uni<ReviewView> view(WorkspaceId workspace, ReviewId id) {
        return repository.require(workspace, id).map(found -> ReviewRows.view(found.row()));
    }

    /** Says why the person does not have the lease. */
    private Uni<ReviewView> refuse(WorkspaceId workspace, UserId person, ReviewId id) {
        return repository
                .require(workspace, id)
                .invoke(found -> found.review().requireHolder(person))
                .map(found -> ReviewRows.view(found.row()));
    }

    private static ReviewDetails details(Found found, UserId person, Set<Judge> belowFloor) {
        return new ReviewDetails(
                ReviewRows.view(found.row()),
                found.row().getString("transcript"),
                found.row().getString("results"),
                found.review().historyFor(person),
                belowFloor);
    }
}
