package io.parley.run.results;

import io.parley.contracts.RunId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Stores results, many in one statement. A result counts once: it must be of the present attempt of an execution that
 * waits for it. The rows are locked before they are judged, since the dispatcher may not have committed yet that they
 * are dispatched.
 */
@ApplicationScoped
class ResultRepository {

    private static final String TRANSCRIPTS = """
            with arrived as (
                select * from unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::text[],
                                     $7::bigint[], $8::numeric[])
                    with ordinality as a(id, attempt, body, duration, failure, contact, tokens, cost, number)
            ),
            told as (
                update executions e
                set recorded = true,
                    held = case when e.recording_of = e.id then e.held else a.failure is null end,
                    duration = a.duration,
                    failure = a.failure::json,
                    tokens = coalesce(e.tokens + a.tokens, e.tokens, a.tokens),
                    cost = coalesce(e.cost + a.cost, e.cost, a.cost),
                    deadline = case when e.status = 'DISPATCHED' then e.deadline end
                from arrived a
                where e.id = a.id and e.attempt = a.attempt
                  and e.status in ('DISPATCHED', 'FINISHED') and not e.recorded
                returning e.id, e.run_id, e.workspace_id, e.attempt, a.body, a.failure, a.contact, a.number, a.tokens, a.cost,
                          coalesce(e.recording_of = e.id, false) as own_recording
            ),
            stored as (
                insert into transcripts (execution_id, workspace_id, attempt, body)
                select id, workspace_id, attempt, body::json from told where not own_recording
                on conflict (execution_id) do update set attempt = excluded.attempt, body = excluded.body
                returning execution_id
            ),
            kept as ( -- what was given back is there; where that failed, the conversation is worth more than the failure
                update transcripts t set attempt = a.attempt
                from told a
                where t.execution_id = a.id and a.own_recording
                returning t.execution_id
            ),
            tally as (
                select run_id, 0 as queued, count(*)::int as recorded, 0 as passed, 0 as failed, 0 as errored, 0 as unsure,
                       bool_or(contact = 'REACHED') as reached,
                       count(*) filter (where contact = 'MISSED' and number > last_reached)::int as missed,
                       coalesce(sum(tokens), 0)::bigint as tokens, coalesce(sum(cost), 0) as cost,
                       count(*) filter (where failure is null and contact = 'REACHED')::int as held, null as exhausted
                from (select *, coalesce(max(number) filter (where contact = 'REACHED') over (partition by run_id), 0) as last_reached
                      from told) as in_turn
                where (select count(*) from stored) + (select count(*) from kept) > 0 -- first the rows, then the run
                group by run_id
            ),
            """ + Tally.INTO_RUNS + "select id, completed from counted";

    private static final String VERDICTS =
            """
            with arrived as (
                select * from unnest($1::uuid[], $2::int[], $3::text[], $4::float8[], $5::text[])
                    as a(id, attempt, verdict, score, results)
            ),
            told as (
                update executions e
                set status = 'FINISHED',
                    verdict = a.verdict,
                    score = a.score,
                    deadline = case when not e.recorded then e.deadline end
                from arrived a
                where e.id = a.id and e.attempt = a.attempt and e.status = 'DISPATCHED'
                returning e.id, e.run_id, e.workspace_id, e.attempt, e.verdict, a.results
            ),
            stored as (
                insert into verdicts (execution_id, workspace_id, attempt, results)
                select id, workspace_id, attempt, results::json from told
                on conflict (execution_id) do update set attempt = excluded.attempt, results = excluded.results
                returning execution_id
            ),
            tally as (
                select run_id, 0 as queued, 0 as recorded,
                       count(*) filter (where verdict = 'PASS')::int as passed,
                       count(*) filter (where verdict = 'FAIL')::int as failed,
                       count(*) filter (where verdict = 'ERROR')::int as errored,
                       count(*) filter (where verdict = 'UNSURE')::int as unsure,
            """ + Tally.NOBODY_ASKED + """
                from told
                where (select count(*) from stored) > 0 -- first the rows, then the run
                group by run_id
            ),
            """ + Tally.INTO_RUNS + "select id, completed from counted";

    private final Pool database;

    ResultRepository(Pool database) {
        this.database = database;
    }

    /** Stores transcripts; those of no use any more are dropped. */
    Uni<List<TouchedRun>> storeTranscripts(ResultBatch batch) {
        return store(TRANSCRIPTS, batch);
    }

    /** Stores verdicts; those of no use any more are dropped. */
    Uni<List<TouchedRun>> storeVerdicts(ResultBatch batch) {
        return store(VERDICTS, batch);
    }

    private Uni<List<TouchedRun>> store(String statement, ResultBatch batch) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery(Tally.LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(batch.ids()))
                .chain(() -> transaction.preparedQuery(statement).execute(batch.values()))
                .map(ResultRepository::touched));
    }

    private static List<TouchedRun> touched(RowSet<Row> rows) {
        return Rows.list(rows, TouchedRun::of);
    }

    /**
     * A run whose counts a statement changed.
     *
     * @param completed whether the statement ended it
     */
    record TouchedRun(RunId id, boolean completed) {

        static TouchedRun of(Row row) {
            return new TouchedRun(new RunId(row.getUUID("id")), row.getBoolean("completed"));
        }
    }
}
