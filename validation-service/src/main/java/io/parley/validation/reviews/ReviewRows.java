package io.parley.validation.reviews;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunId;
import io.parley.contracts.UserId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the review queue as what they stand for. */
final class ReviewRows {

    /** Columns of a review under the name {@code r}. A lease that has ended is nobody's, also before it is taken away. */
    static final String COLUMNS = """
            r.id, r.workspace_id, r.run_id, r.execution_id, r.attempt, r.case_name, r.scored, r.state, r.reviewers, r.round,
            r.verdict, r.opened_at, r.settled_at,
            case when r.claimed_until > now() then r.claimed_by end as holder,
            case when r.claimed_until > now() then r.claimed_until end as held_until
            """;

    private ReviewRows() {}

    static ReviewView view(Row row) {
        return new ReviewView(
                new ReviewId(row.getUUID("id")),
                new RunId(row.getUUID("run_id")),
                new ExecutionId(row.getUUID("execution_id")),
                row.getInteger("attempt"),
                row.getString("case_name"),
                Verdict.valueOf(row.getString("scored")),
                ReviewState.valueOf(row.getString("state")),
                row.getInteger("reviewers"),
                row.getInteger("round"),
                verdict(row),
                person(row.getUUID("holder")),
                instant(row.getOffsetDateTime("held_until")),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("settled_at")));
    }

    static Review review(Row row, List<HistoryEntry> history) {
        return new Review(
                new ReviewId(row.getUUID("id")),
                new WorkspaceId(row.getUUID("workspace_id")),
                new RunId(row.getUUID("run_id")),
                new ExecutionId(row.getUUID("execution_id")),
                row.getInteger("attempt"),
                ReviewState.valueOf(row.getString("state")),
                row.getInteger("reviewers"),
                row.getInteger("round"),
                person(row.getUUID("holder")),
                history);
    }

    static HistoryEntry historyEntry(Row row) {
        return new HistoryEntry(
                row.getInteger("round"),
                ReviewStep.valueOf(row.getString("step")),
                new UserId(row.getUUID("person")),
                verdict(row),
                row.getString("comment"),
                row.getOffsetDateTime("at").toInstant());
    }

    private static @Nullable Verdict verdict(Row row) {
        String verdict = row.getString("verdict");
        return verdict == null ? null : Verdict.valueOf(verdict);
    }

    private static @Nullable UserId person(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
