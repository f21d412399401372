package io.parley.validation.reviews;

import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who may decide which review for the next 15 minutes: one person each, by the row itself. */
@ApplicationScoped
class Leases {

    private static final String LEASE = "interval '15 minutes'";

    private static final String DECIDED = """
            select from review_history h
            where h.review_id = r.id and h.round = r.round and h.person = $2 and h.step <> 'REOPENING'""";

    /**
     * What the person has already comes first, so that somebody whose answer was lost gets the same again. A person does
     * not get what that person has decided.
     */
    private static final String CLAIM = """
            with held as (
                select r.id from reviews r
                where r.workspace_id = $1 and r.claimed_by = $2 and r.claimed_until > now()
                  and not exists (%1$s)
                order by r.id
                limit 1
                for no key update of r skip locked
            ),
            oldest as (
                select r.id from reviews r
                where r.workspace_id = $1 and r.state <> 'SETTLED'
                  and (r.claimed_until is null or r.claimed_until <= now())
                  and not exists (select from held)
                  and not exists (%1$s)
                order by r.id
                limit 1
                for no key update of r skip locked
            )
            update reviews r
            set claimed_by = $2, claimed_until = now() + %2$s
            from (select id from held union all select id from oldest) as chosen
            where r.id = chosen.id
            returning r.id, old.claimed_by is not null and old.claimed_until <= now() as lapsed
            """.formatted(DECIDED, LEASE);

    private static final String RENEW = """
            update reviews r set claimed_until = now() + %s
            where r.workspace_id = $1 and r.id = $2 and r.claimed_by = $3 and r.claimed_until > now()
            returning\s""".formatted(LEASE) + ReviewRows.COLUMNS;

    private static final String RELEASE = """
            update reviews r set claimed_by = null, claimed_until = null
            where r.workspace_id = $1 and r.id = $2 and r.claimed_by = $3 and r.claimed_until > now()
            returning\s""" + ReviewRows.COLUMNS;

    private static final String END = """
            with ended as (
                select id from reviews where claimed_by is not null and claimed_until <= now() for no key update skip locked
            )
            update reviews r set claimed_by = null, claimed_until = null
            from ended
            where r.id = ended.id
            """;

    private final Pool database;
    private final ReviewMetrics metrics;

    Leases(Pool database, ReviewMetrics metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    /** Claims the oldest review that the person may decide, if there is one. */
    Uni<Optional<ReviewId>> claim(WorkspaceId workspace, UserId person) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(workspace.value(), person.value()))
                .invoke(this::countLapsed)
                .map(rows -> Rows.first(rows, row -> new ReviewId(row.getUUID("id"))));
    }

    /** The review with 15 minutes from now, if the person has its lease. */
    Uni<Optional<ReviewView>> renew(WorkspaceId workspace, UserId person, ReviewId id) {
        return change(RENEW, workspace, person, id);
    }

    /** The review for anybody to claim, if the person had its lease. */
    Uni<Optional<ReviewView>> release(WorkspaceId workspace, UserId person, ReviewId id) {
        return change(RELEASE, workspace, person, id);
    }

    /** Takes away leases that have ended. */
    Uni<Void> endLapsed() {
        return database.preparedQuery(END)
                .execute()
                .invoke(ended -> metrics.leasesEnded(ended.rowCount()))
                .replaceWithVoid();
    }

    private Uni<Optional<ReviewView>> change(String statement, WorkspaceId workspace, UserId person, ReviewId id) {
        return database.preparedQuery(statement)
                .execute(Tuple.of(workspace.value(), id.value(), person.value()))
                .map(rows -> Rows.first(rows, ReviewRows::view));
    }

    private void countLapsed(RowSet<Row> claimed) {
        boolean lapsed = Rows.first(claimed, row -> row.getBoolean("lapsed")).orElse(false);
        metrics.leasesEnded(lapsed ? 1 : 0);
    }
}
