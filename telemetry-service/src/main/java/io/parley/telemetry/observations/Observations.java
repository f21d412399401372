package io.parley.telemetry.observations;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.problems.ProblemType;
import io.parley.telemetry.estimation.Agreement;
import io.parley.telemetry.estimation.Observation;
import io.parley.telemetry.estimation.Source;
import io.parley.telemetry.pseudonyms.Pseudonyms;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Reads the evidence of a workspace, in the order of time. */
@ApplicationScoped
public class Observations {

    /** Of a subject's skill the latest so many count: earlier ones say little about now, and an answer has its time. */
    public static final int MOST_OF_SKILL = 1_000;

    /** Of all skills of a subject together. */
    private static final int MOST_OF_SUBJECT = 20_000;

    /** To fit a skill's parameters so many of its observations are enough. */
    private static final int MOST_TO_FIT = 50_000;

    private static final String OF_SUBJECT = """
            select subject, skill, source, correct, weight, observed_at, reference, link
            from (
                select *, row_number() over (partition by skill order by observed_at desc, reference desc) as age
                from (
                    select found.*
                    from unnest($3::text[]) as known(id)
                    cross join lateral (
                        select *
                        from evidence
                        where workspace_id = $1 and subject_kind = $2 and subject = known.id
                        order by observed_at desc, reference desc, skill
                        limit $5
                    ) as found
                    order by observed_at desc, reference desc, skill
                    limit $5
                ) as latest
            ) as recent
            where age <= $4
            order by observed_at, reference
            """;

    private static final String OF_LEARNERS = """
            select subject, skill, source, correct, weight, observed_at, reference, link
            from evidence
            where workspace_id = $1 and skill = $2 and subject_kind = 'LEARNER'
            order by observed_at, reference
            limit $3
            """;

    private static final String AGREEMENT = """
            select count(distinct (execution_id, attempt)) filter (where assessed.verdict = reviewed.verdict) as agreed,
                count(distinct (execution_id, attempt)) as compared
            from reviewed_execution as reviewed
            join assessed_execution as assessed using (workspace_id, execution_id, attempt)
            where workspace_id = $1 and assessed.verdict in ('PASS', 'FAIL')
            """;

    /** PostgreSQL's code for a statement that has had its time. */
    private static final String QUERY_CANCELED = "57014";

    private final Pool pool;
    private final Pool evidence;
    private final Pseudonyms pseudonyms;

    /** @param evidence few connections of its own: who reads much waits for others who do, and nobody else for them */
    Observations(Pool pool, @ReactiveDataSource("evidence") Pool evidence, Pseudonyms pseudonyms) {
        this.pool = pool;
        this.evidence = evidence;
        this.pseudonyms = pseudonyms;
    }

    /** The latest observations of each skill of a subject; a 503 when reading them takes too long, as that of others does. */
    public Uni<List<Observed>> of(WorkspaceId workspace, Subject subject) {
        String[] ids = pseudonyms.of(workspace).idsOf(subject.id()).toArray(String[]::new);
        return evidence.preparedQuery(OF_SUBJECT)
                .execute(Tuple.of(workspace.value(), subject.kind().name(), ids, MOST_OF_SKILL, MOST_OF_SUBJECT))
                .map(rows -> Rows.list(rows, Observations::observed))
                .onFailure(Observations::hasTakenTooLong)
                .transform(late -> ProblemType.UNAVAILABLE.problem("Reading the evidence takes too long."));
    }

    /** The observations of a skill in learners. */
    public Uni<List<Observed>> ofLearners(WorkspaceId workspace, String skill) {
        return evidence.preparedQuery(OF_LEARNERS)
                .execute(Tuple.of(workspace.value(), skill, MOST_TO_FIT))
                .map(rows -> Rows.list(rows, Observations::observed))
                .onFailure(Observations::hasTakenTooLong)
                .transform(late -> ProblemType.UNAVAILABLE.problem("Reading the evidence takes too long."));
    }

    /** How often sources said what people then decided. Only executions are judged by both. */
    public Uni<Map<Source, Agreement>> agreements(WorkspaceId workspace) {
        return pool.preparedQuery(AGREEMENT)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> Map.of(Source.EXECUTION, agreement(rows.iterator().next())));
    }

    private static boolean hasTakenTooLong(Throwable failure) {
        return failure instanceof PgException refused && QUERY_CANCELED.equals(refused.getSqlState());
    }

    private static Agreement agreement(Row row) {
        return new Agreement(row.getLong("agreed"), row.getLong("compared"));
    }

    private static Observed observed(Row row) {
        return new Observed(
                row.getString("subject"),
                row.getString("skill"),
                new Observation(
                        Source.valueOf(row.getString("source")),
                        row.getBoolean("correct"),
                        row.getDouble("weight"),
                        row.getOffsetDateTime("observed_at").toInstant(),
                        row.getString("reference")),
                row.getString("link"));
    }
}
