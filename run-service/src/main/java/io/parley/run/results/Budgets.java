package io.parley.run.results;

import io.parley.platform.database.Rows;
import io.parley.run.results.ResultRepository.TouchedRun;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends the executions for which their run has no time, tokens or money left, as ERROR: they are never sent out. Those that
 * are out already go on and count. Replicas can do so at the same time; each execution is ended once.
 */
@ApplicationScoped
class Budgets {

    private static final Logger LOG = Logger.getLogger(Budgets.class);
    private static final int BATCH = 1_000;

    /** A run that could afford one more conversation only when those that are out took less than the others waits for them. */
    private static final String UNAFFORDABLE = """
            select e.id
            from runs r
            cross join lateral (
                select id from executions
                where run_id = r.id and status = 'QUEUED'
                order by position, repeat
                limit $1) e
            where r.status = 'RUNNING' and r.queued > 0 and r.asking
              and (r.created_at + r.time_limit <= now()
                  or r.tokens >= r.token_limit
                  or r.cost >= r.cost_limit
                  or r.affordable < 1 and r.total - r.queued - r.recorded = 0)
            limit $1
            """;

    private static final String END = """
            with short as (
                select id,
                       case
                           when created_at + time_limit <= now() then 'TIME'
                           when coalesce(tokens::numeric / token_limit, 0) >= coalesce(cost / cost_limit, 0) then 'TOKENS'
                           else 'COST'
                       end as shortage,
                       time_limit, token_limit, cost_limit, tokens, cost
                from runs
                where id = any(array(select run_id from executions where id = any($1)))
            ),
            told as (
                update executions e
                set status = 'FINISHED', verdict = 'ERROR', score = 0, recorded = true,
                    failure = json_build_object('code', 'budget-exhausted', 'reason', case s.shortage
                        when 'TIME' then format('The run''s time of %s was over before this conversation.', s.time_limit)
                        when 'TOKENS' then format('The run has spent %s of its %s tokens; what is left does not pay for this conversation.',
                            s.tokens, s.token_limit)
                        else format('The run has spent %s of its budget of %s; what is left does not pay for this conversation.',
                            s.cost, s.cost_limit)
                    end)
                from short s
                where e.id = any($1) and e.run_id = s.id and e.status = 'QUEUED'
                returning e.id, e.run_id, e.workspace_id, e.attempt, e.failure, s.shortage
            ),
            stored as (
                insert into transcripts (execution_id, workspace_id, attempt, body)
                select id, workspace_id, attempt, json_build_object(
                    'startedAt', now(), 'duration', 'PT0S', 'exchanges', json_build_array(), 'failure', failure)
                from told
                on conflict (execution_id) do update set attempt = excluded.attempt, body = excluded.body
                returning execution_id
            ),
            tally as (
                select run_id, -count(*)::int as queued, count(*)::int as recorded,
                       0 as passed, 0 as failed, count(*)::int as errored, 0 as unsure,
                       false as reached, 0 as missed, 0::bigint as tokens, 0::numeric as cost, 0 as held,
                       min(shortage) as exhausted
                from told
                where (select count(*) from stored) > 0 -- first the rows, then the run
                group by run_id
            ),
            """ + Tally.INTO_RUNS + "select id, completed from counted";

    private final Pool database;
    private final Results results;

    Budgets(Pool database, Results results) {
        this.database = database;
        this.results = results;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return endAll().onFailure()
                .invoke(failure -> LOG.warnf("message=\"budgets not looked at\" reason=\"%s\"", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> endAll() {
        return database.withTransaction(this::endSome)
                .invoke(results::tell)
                .chain(runs -> runs.isEmpty() ? Uni.createFrom().voidItem() : endAll());
    }

    private Uni<List<TouchedRun>> endSome(SqlConnection transaction) {
        return transaction
                .preparedQuery(UNAFFORDABLE)
                .execute(Tuple.of(BATCH))
                .map(rows -> Rows.list(rows, row -> row.getUUID("id")))
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : end(transaction, ids));
    }

    private Uni<List<TouchedRun>> end(SqlConnection transaction, List<UUID> ids) {
        Tuple executions = Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
        return transaction
                .preparedQuery(Tally.LOCK)
                .execute(executions)
                .chain(() -> transaction.preparedQuery(END).execute(executions))
                .map(rows -> Rows.list(rows, TouchedRun::of));
    }
}
