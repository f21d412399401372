package io.parley.run.results;

import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.Queues;
import io.parley.platform.database.Rows;
import io.parley.platform.messaging.Consumers;
import io.parley.run.results.ResultRepository.TouchedRun;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Takes what people decided: it replaces the execution's verdict and moves the counts of its run, once for each decision,
 * whatever order they come in. One about an execution that is void, of another attempt or cancelled, is dropped; one that
 * overtook the verdict itself is tried again until that is in or the sweep has ended the attempt.
 */
@ApplicationScoped
class ReviewedVerdicts {

    /** Each on its own, so that one that has to wait for its verdict holds up no other. */
    private static final int CONCURRENCY = 32;

    private static final String REPLACE = """
            with standing as (
                select e.id, e.run_id, e.workspace_id, e.attempt, e.status, e.verdict,
                       coalesce(max(h.decision), 0) as decided, min(h.scored) as scored
                from executions e
                left join reviewed_verdicts h on h.execution_id = e.id and h.attempt = e.attempt
                where e.id = $1 and e.attempt = $2 and e.workspace_id = $3
                group by e.id
            ),
            kept as (
                insert into reviewed_verdicts (execution_id, attempt, decision, workspace_id, review_id, scored, verdict,
                    reviewer, comment, decided_at)
                select id, attempt, $4, workspace_id, $5, coalesce(scored, verdict), $6, $7, $8, $9
                from standing
                where status = 'FINISHED'
                on conflict (execution_id, attempt, decision) do nothing
                returning execution_id, decision, verdict
            ),
            told as (
                update executions e
                set verdict = k.verdict
                from kept k join standing s on s.id = k.execution_id
                where e.id = s.id and k.decision > s.decided
                returning e.run_id, s.verdict as was, e.verdict
            ),
            changes as (
                select run_id, verdict, 1 as change from told
                union all
                select run_id, was, -1 from told
            ),
            tally as (
                select run_id, 0 as queued, 0 as recorded,
                       coalesce(sum(change) filter (where verdict = 'PASS'), 0)::int as passed,
                       coalesce(sum(change) filter (where verdict = 'FAIL'), 0)::int as failed,
                       coalesce(sum(change) filter (where verdict = 'ERROR'), 0)::int as errored,
                       coalesce(sum(change) filter (where verdict = 'UNSURE'), 0)::int as unsure,
            """ + Tally.NOBODY_ASKED + """
                from changes
                group by run_id
            ),
            """ + Tally.INTO_RUNS + """
            select c.id, c.completed,
                   exists (select from standing where status in ('QUEUED', 'DISPATCHED')) as early
            from (select 1) as always
            left join counted c on true
            """;

    private final Consumers consumers;
    private final Pool database;
    private final Results results;

    ReviewedVerdicts(Consumers consumers, Pool database, Results results) {
        this.consumers = consumers;
        this.database = database;
        this.results = results;
    }

    void start(@Observes StartupEvent event) {
        consumers.consumeEach(Queues.RUN_REVIEWS, CONCURRENCY, this::store);
    }

    private Uni<Void> store(ExecutionReviewed reviewed) {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery(Tally.LOCK)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(
                                        new UUID[] {reviewed.executionId().value()}))
                        .chain(() -> transaction.preparedQuery(REPLACE).execute(values(reviewed))))
                .invoke(rows -> requireVerdict(rows, reviewed))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private static Tuple values(ExecutionReviewed reviewed) {
        return Tuple.tuple()
                .addUUID(reviewed.executionId().value())
                .addInteger(reviewed.attempt())
                .addUUID(reviewed.workspaceId().value())
                .addInteger(reviewed.decision())
                .addUUID(reviewed.reviewId().value())
                .addString(reviewed.verdict().name())
                .addUUID(reviewed.reviewer().value())
                .addString(reviewed.comment())
                .addOffsetDateTime(reviewed.at().atOffset(ZoneOffset.UTC));
    }

    private static void requireVerdict(RowSet<Row> rows, ExecutionReviewed reviewed) {
        if (Rows.first(rows, row -> row.getBoolean("early")).orElse(false)) {
            throw new IllegalStateException("the verdict of " + reviewed.executionId() + " is not stored yet");
        }
    }

    private void tell(RowSet<Row> rows) {
        results.tell(Rows.list(rows, row -> row).stream()
                .filter(row -> row.getUUID("id") != null)
                .map(TouchedRun::of)
                .toList());
    }
}
