package io.parley.run.results;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.platform.database.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Finds executions whose result did not come by their deadline, so that a run always ends: they are queued again, or
 * after {@value #MAX_ATTEMPTS} attempts end as ERROR. One whose verdict is in and whose transcript got lost keeps the
 * verdict. Replicas can sweep at the same time; each takes what the others have not.
 */
@ApplicationScoped
class Sweep {

    static final int MAX_ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int BATCH = 500;

    /** As {@link Tally#LOCK}. */
    private static final String LOCK = """
            with overdue as (
                select run_id from executions
                where deadline < now()
                order by id
                limit $1
                for no key update skip locked
            )
            select id from runs where id = any(array(select run_id from overdue)) order by id for no key update
            """;

    private static final String SWEEP = """
            with overdue as (
                select id, status, attempt - first_attempt + 1 as attempts, recorded,
                       coalesce(recording_of = id, false) as own_recording
                from executions
                where deadline < now()
                order by id
                limit $2
                for no key update skip locked
            ),
            requeued as (
                update executions e
                set status = 'QUEUED', attempt = e.attempt + 1, recorded = false, held = e.held and o.own_recording,
                    deadline = null, duration = null, failure = null
                from overdue o
                where e.id = o.id and o.status = 'DISPATCHED' and o.attempts < $1
                returning e.run_id, o.recorded
            ),
            ended as (
                update executions e
                set status = 'FINISHED',
                    verdict = coalesce(e.verdict, 'ERROR'),
                    score = coalesce(e.score, 0),
                    recorded = true,
                    deadline = null,
                    failure = case
                        when o.status = 'FINISHED' then json_build_object('code', 'transcript-lost',
                            'reason', 'The verdict came, the transcript did not.')
                        when o.recorded then json_build_object('code', 'verdict-lost',
                            'reason', format('The conversation was held, but no verdict came in %s attempts.', o.attempts))
                        else json_build_object('code', 'execution-lost',
                            'reason', format('No worker brought a result in time in %s attempts.', o.attempts))
                    end
                from overdue o
                where e.id = o.id and (o.status = 'FINISHED' or o.attempts >= $1)
                returning e.id, e.run_id, e.workspace_id, e.attempt, e.failure, o.status as was, o.recorded as was_recorded,
                          o.own_recording
            ),
            stored as (
                insert into transcripts (execution_id, workspace_id, attempt, body)
                select id, workspace_id, attempt, json_build_object(
                    'startedAt', now(), 'duration', 'PT0S', 'exchanges', json_build_array(), 'failure', failure)
                from ended
                where not was_recorded and not own_recording
                on conflict (execution_id) do update set attempt = excluded.attempt, body = excluded.body
                returning execution_id
            ),
            kept as ( -- the recording that an execution was to give back is its conversation all the same
                update transcripts t set attempt = e.attempt
                from ended e
                where t.execution_id = e.id and not e.was_recorded and e.own_recording
            ),
            changes as (
                select run_id, 1 as queued, -recorded::int as recorded, 0 as errored from requeued
                union all
                select run_id, 0, (not was_recorded)::int, (was = 'DISPATCHED')::int from ended
            ),
            tally as (
                select run_id, sum(queued)::int as queued, sum(recorded)::int as recorded,
                       0 as passed, 0 as failed, sum(errored)::int as errored, 0 as unsure,
            """ + Tally.NOBODY_ASKED + """
                from changes
                where (select count(*) from stored) >= 0 -- first the rows, then the run
                group by run_id
            ),
            """ + Tally.INTO_RUNS + """
            select id, completed,
                   (select count(*) from requeued) as requeued, (select count(*) from ended) as ended
            from counted
            """;

    private final Pool database;
    private final Results results;
    private final Counter requeued;
    private final Counter ended;

    Sweep(Pool database, Results results, MeterRegistry metrics) {
        this.database = database;
        this.results = results;
        this.requeued = metrics.counter("parley.executions.overdue", "outcome", "requeued");
        this.ended = metrics.counter("parley.executions.overdue", "outcome", "ended");
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return database.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(BATCH))
                        .chain(() -> transaction.preparedQuery(SWEEP).execute(Tuple.of(MAX_ATTEMPTS, BATCH))))
                .invoke(this::tell)
                .invoke(rows -> results.tell(Rows.list(rows, ResultRepository.TouchedRun::of)))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("message=\"no sweep this time\" reason=\"%s\"", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private void tell(RowSet<Row> rows) {
        Rows.first(rows, row -> row).ifPresent(row -> {
            requeued.increment(row.getLong("requeued"));
            ended.increment(row.getLong("ended"));
            LOG.warnf(
                    "message=\"executions were overdue\" requeued=%d ended=%d",
                    row.getLong("requeued"), row.getLong("ended"));
        });
    }
}
