package io.parley.run.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ReviewId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.run.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reads the verdicts that people have replaced, and theirs. */
@ApplicationScoped
class VerdictHistory {

    private static final String OF_EXECUTION = """
            select decision, scored, verdict, review_id, reviewer, comment, decided_at
            from reviewed_verdicts
            where workspace_id = $1 and execution_id = $2 and attempt = $3
            order by decision
            """;

    private final Pool database;

    VerdictHistory(Pool database) {
        this.database = database;
    }

    /** What the assertions came to and then what people decided, in their order; empty if nobody decided anything. */
    Uni<List<VerdictEntry>> of(WorkspaceId workspace, ExecutionId execution, int attempt) {
        return database.preparedQuery(OF_EXECUTION)
                .execute(Tuple.of(workspace.value(), execution.value(), attempt))
                .map(VerdictHistory::entries);
    }

    private static List<VerdictEntry> entries(RowSet<Row> rows) {
        Stream<VerdictEntry> scored = Rows.first(rows, VerdictHistory::scored).stream();
        return Stream.concat(scored, Rows.list(rows, VerdictHistory::decided).stream())
                .toList();
    }

    private static VerdictEntry scored(Row row) {
        return new VerdictEntry(0, Verdict.valueOf(row.getString("scored")), null, null, null, null);
    }

    private static VerdictEntry decided(Row row) {
        return new VerdictEntry(
                row.getInteger("decision"),
                Verdict.valueOf(row.getString("verdict")),
                new ReviewId(row.getUUID("review_id")),
                new UserId(row.getUUID("reviewer")),
                row.getString("comment"),
                row.getOffsetDateTime("decided_at").toInstant());
    }
}
