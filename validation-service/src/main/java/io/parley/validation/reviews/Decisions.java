package io.parley.validation.reviews;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.outbox.Outbox;
import io.parley.platform.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes what people decide: the review, its history, labels for judges and the event, in one transaction. */
@ApplicationScoped
class Decisions {

    private static final String DECIDE = """
            with taken as (
                insert into review_history (review_id, round, step, workspace_id, person, verdict, comment)
                values ($2, $3, $4, $1, $5, $6, $7)
                returning at
            )
            update reviews r
            set state = $8,
                verdict = case when $8 = 'SETTLED' then $6 end,
                settled_at = case when $8 = 'SETTLED' then taken.at end,
                claimed_by = null, claimed_until = null
            from taken
            where r.workspace_id = $1 and r.id = $2
            returning taken.at
            """;

    private static final String LABEL = """
            insert into judge_labels (review_id, position, workspace_id, model, prompt, judged, decided)
            select r.id, judge.position - 1, r.workspace_id,
                   judge.said ->> 'model', judge.said ->> 'prompt', judge.said ->> 'verdict', r.verdict
            from reviews r
            cross join json_array_elements(r.judged) with ordinality as judge(said, position)
            where r.workspace_id = $1 and r.id = $2
            on conflict (review_id, position) do update set decided = excluded.decided
            """;

    private static final String REOPEN = """
            with taken as (
                insert into review_history (review_id, round, step, workspace_id, person, comment)
                values ($2, $3, 'REOPENING', $1, $4, $5)
            )
            update reviews r
            set state = 'OPEN', round = r.round + 1, verdict = null, settled_at = null,
                reviewers = coalesce((select reviewers from review_settings where workspace_id = $1), 1)
            where r.workspace_id = $1 and r.id = $2
            """;

    private final Pool database;
    private final ReviewRepository reviews;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ReviewMetrics metrics;

    Decisions(Pool database, ReviewRepository reviews, OutboxRelay relay, ObjectMapper json, ReviewMetrics metrics) {
        this.database = database;
        this.reviews = reviews;
        this.outbox = relay.outbox(json);
        this.relay = relay;
        this.metrics = metrics;
    }

    /** Decides; sent again by the same person it changes nothing. A 409 if the person may not. */
    Uni<Void> decide(WorkspaceId workspace, UserId person, ReviewId id, Decide wanted) {
        return database.withTransaction(transaction -> reviews.lock(transaction, workspace, id)
                        .chain(review -> isRepeated(review, person, wanted)
                                ? Uni.createFrom().item(false)
                                : take(transaction, review, person, wanted).replaceWith(true)))
                .invoke(decided -> tell(decided, wanted))
                .replaceWithVoid();
    }

    /** Lets a settled review be decided again. Its verdict holds until then. */
    Uni<Void> reopen(WorkspaceId workspace, UserId person, ReviewId id, Reopen wanted) {
        return database.withTransaction(transaction -> reviews.lock(transaction, workspace, id)
                .invoke(Review::requireSettled)
                .chain(review -> transaction
                        .preparedQuery(REOPEN)
                        .execute(Tuple.of(
                                workspace.value(), id.value(), review.round(), person.value(), wanted.comment())))
                .replaceWithVoid());
    }

    private static boolean isRepeated(Review review, UserId person, Decide wanted) {
        return review.decidedBy(person)
                .map(earlier -> {
                    if (earlier != wanted.decided()) {
                        throw ReviewProblems.DECIDED.problem("You decided " + earlier + ".");
                    }
                    return true;
                })
                .orElse(false);
    }

    private Uni<Void> take(SqlConnection transaction, Review review, UserId person, Decide wanted) {
        review.requireHolder(person);
        ReviewState state = review.after(wanted.decided());
        Uni<Instant> written = transaction
                .preparedQuery(DECIDE)
                .execute(values(review, person, wanted, state))
                .map(rows -> Rows.first(rows, Decisions::at).orElseThrow());
        return state == ReviewState.SETTLED
                ? written.chain(at -> settle(transaction, review, person, wanted, at))
                : written.replaceWithVoid();
    }

    private static Tuple values(Review review, UserId person, Decide wanted, ReviewState state) {
        return Tuple.tuple()
                .addUUID(review.workspace().value())
                .addUUID(review.id().value())
                .addInteger(review.round())
                .addString(review.step().name())
                .addUUID(person.value())
                .addString(wanted.verdict())
                .addString(wanted.comment())
                .addString(state.name());
    }

    private Uni<Void> settle(SqlConnection transaction, Review review, UserId person, Decide wanted, Instant at) {
        return outbox.append(transaction, review.settledBy(person, wanted.decided(), wanted.comment(), at))
                .chain(() -> transaction
                        .preparedQuery(LABEL)
                        .execute(
                                Tuple.of(review.workspace().value(), review.id().value())))
                .replaceWithVoid();
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime("at").toInstant();
    }

    private void tell(boolean decided, Decide wanted) {
        if (decided) {
            metrics.decided(wanted.decided());
            relay.wake();
        }
    }
}
