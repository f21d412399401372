package io.parley.validation.reviews;

import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads reviews. */
@ApplicationScoped
class ReviewRepository {

    private static final String LIST = "select " + ReviewRows.COLUMNS + """
            from reviews r
            where r.workspace_id = $1 and r.id > $2
              and ($3::boolean is null or coalesce(r.claimed_by = $4 and r.claimed_until > now(), false) = $3)
              and ($5::uuid is null or r.run_id = $5)
              and ($6::text is null or r.case_name = $6) %s
            order by r.id
            limit $7
            """;

    private static final String FIND = "select " + ReviewRows.COLUMNS + """
            , r.transcript::text as transcript, r.results::text as results
            from reviews r
            where r.workspace_id = $1 and r.id = $2
            """;

    private static final String LOCK = "select " + ReviewRows.COLUMNS + """
            from reviews r
            where r.workspace_id = $1 and r.id = $2
            for no key update
            """;

    private static final String HISTORY = """
            select round, step, person, verdict, comment, at
            from review_history
            where workspace_id = $1 and review_id = $2
            order by round, at
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool database;

    ReviewRepository(Pool database) {
        this.database = database;
    }

    /** A row with all of its columns, and what happened to it. */
    record Found(Row row, List<HistoryEntry> history) {

        Review review() {
            return ReviewRows.review(row, history);
        }
    }

    /** The oldest first. */
    Uni<List<ReviewView>> list(WorkspaceId workspace, UserId person, ReviewFilter filter, Slice slice) {
        return database.preparedQuery(LIST.formatted(filter.condition()))
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(slice.after(UUID::fromString).orElse(BEFORE_ALL))
                        .addBoolean(filter.mine())
                        .addUUID(person.value())
                        .addUUID(filter.run())
                        .addString(filter.caseName())
                        .addInteger(slice.rows()))
                .map(rows -> Rows.list(rows, ReviewRows::view));
    }

    /** A review with its transcript and results. */
    Uni<Found> require(WorkspaceId workspace, ReviewId id) {
        return require(database, FIND, workspace, id);
    }

    /** A review whose row is the transaction's until it ends. */
    Uni<Review> lock(SqlConnection transaction, WorkspaceId workspace, ReviewId id) {
        return require(transaction, LOCK, workspace, id).map(Found::review);
    }

    private static Uni<Found> require(SqlClient client, String statement, WorkspaceId workspace, ReviewId id) {
        return client.preparedQuery(statement)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, row -> row).orElseThrow(ReviewProblems.NOT_FOUND::problem))
                .chain(row -> history(client, workspace, id).map(history -> new Found(row, history)));
    }

    private static Uni<List<HistoryEntry>> history(SqlClient client, WorkspaceId workspace, ReviewId id) {
        return client.preparedQuery(HISTORY)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.list(rows, ReviewRows::historyEntry));
    }
}
