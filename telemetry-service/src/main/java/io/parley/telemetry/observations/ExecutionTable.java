package io.parley.telemetry.observations;

import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionReviewed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The tables of what executions and their reviews say of skills. The same message again, or an earlier one, changes nothing. */
@ApplicationScoped
class ExecutionTable {

    /**
     * A skill that nobody described is made, with those above it; a name of a suite that is no path of a skill is left out.
     * Rows are taken in their order, so that two replicas wait for each other instead of ending in a deadlock.
     */
    private static final String ASSESS = """
            with batch as (
                select distinct on (workspace_id, execution_id, skill) *
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::uuid[], $6::text[], $7::text[],
                    $8::timestamptz[])
                    as assessed(workspace_id, execution_id, skill, attempt, run_id, assistant, verdict, ended_at)
                where skill ~ '^[^./]+([.][^./]+)*$'
                order by workspace_id, execution_id, skill, attempt desc
            ), described as (
                insert into skill (workspace_id, path)
                select distinct workspace_id, line from batch, skill_line(skill) as line
                order by workspace_id, line
                on conflict do nothing
            )
            insert into assessed_execution
                (workspace_id, execution_id, skill, attempt, run_id, assistant, verdict, ended_at)
            select workspace_id, execution_id, skill, attempt, run_id, assistant, verdict, ended_at
            from batch
            order by workspace_id, execution_id, skill
            on conflict (workspace_id, execution_id, skill) do update
            set attempt = excluded.attempt, verdict = excluded.verdict, ended_at = excluded.ended_at
            where assessed_execution.attempt < excluded.attempt
            """;

    private static final String REVIEW = """
            insert into reviewed_execution
                (workspace_id, execution_id, attempt, review_id, decision, verdict, decided_at)
            select distinct on (workspace_id, execution_id, attempt) *
            from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::uuid[], $5::integer[], $6::text[], $7::timestamptz[])
                as reviewed(workspace_id, execution_id, attempt, review_id, decision, verdict, decided_at)
            order by workspace_id, execution_id, attempt, decision desc
            on conflict (workspace_id, execution_id, attempt) do update
            set review_id = excluded.review_id, decision = excluded.decision, verdict = excluded.verdict,
                decided_at = excluded.decided_at
            where reviewed_execution.decision < excluded.decision
            """;

    private final Pool pool;

    ExecutionTable(Pool pool) {
        this.pool = pool;
    }

    /** An execution and one of the skills that it is evidence for. */
    private record Assessed(ExecutionAssessed execution, String skill) {

        static List<Assessed> of(ExecutionAssessed execution) {
            return execution.evidence().skills().stream()
                    .map(skill -> new Assessed(execution, skill))
                    .toList();
        }
    }

    Uni<Void> assess(List<ExecutionAssessed> executions) {
        List<Assessed> rows = executions.stream()
                .flatMap(execution -> Assessed.of(execution).stream())
                .toList();
        return pool.preparedQuery(ASSESS)
                .execute(Tuple.from(List.of(
                        column(rows, row -> row.execution().workspaceId().value(), UUID[]::new),
                        column(rows, row -> row.execution().executionId().value(), UUID[]::new),
                        column(rows, Assessed::skill, String[]::new),
                        column(rows, row -> row.execution().attempt(), Integer[]::new),
                        column(rows, row -> row.execution().runId().value(), UUID[]::new),
                        column(rows, row -> row.execution().evidence().assistant(), String[]::new),
                        column(rows, row -> row.execution().verdict().name(), String[]::new),
                        column(rows, row -> utc(row.execution().at()), OffsetDateTime[]::new))))
                .replaceWithVoid();
    }

    Uni<Void> review(List<ExecutionReviewed> reviews) {
        return pool.preparedQuery(REVIEW)
                .execute(Tuple.from(List.of(
                        column(reviews, review -> review.workspaceId().value(), UUID[]::new),
                        column(reviews, review -> review.executionId().value(), UUID[]::new),
                        column(reviews, ExecutionReviewed::attempt, Integer[]::new),
                        column(reviews, review -> review.reviewId().value(), UUID[]::new),
                        column(reviews, ExecutionReviewed::decision, Integer[]::new),
                        column(reviews, review -> review.verdict().name(), String[]::new),
                        column(reviews, review -> utc(review.at()), OffsetDateTime[]::new))))
                .replaceWithVoid();
    }

    private static <R, T> Object column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
