package io.parley.run.rescoring;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Queues executions of a completed run again that could not be judged, in one transaction with the run's counts. */
@ApplicationScoped
class Errors {

    /**
     * Executions before the run, as every transaction here does it: whoever holds the run waits for nobody. A statement of
     * its own, so that the one that changes them starts with what they have become.
     */
    private static final String LOCK = """
            with errors as (
                select run_id from executions
                where workspace_id = $1 and run_id = $2 and verdict = 'ERROR'
                order by id
                for no key update
            )
            select id from runs
            where workspace_id = $1 and id = $2
              and (select count(*) from errors) >= 0 -- first the executions, then the run
            for no key update
            """;

    /**
     * The transcript stays: it is the recording that the next attempt gives back. The run is under way until all of them are
     * in again; its end is announced by whatever ends it.
     */
    private static final String QUEUE_AGAIN = """
            with again as (
                update executions e
                set status = 'QUEUED', attempt = e.attempt + 1, first_attempt = e.attempt + 1, recording_of = e.id,
                    recorded = false, verdict = null, score = null, failure = null, duration = null, deadline = null
                from runs r
                where r.workspace_id = $1 and r.id = $2 and r.status = 'COMPLETED'
                  and e.workspace_id = $1 and e.run_id = r.id and e.verdict = 'ERROR' and e.held
                returning e.id
            ),
            counted as (
                select count(*)::int as executions from again
            )
            update runs r
            set status = 'RUNNING',
                asking = false,
                completed_at = null,
                queued = r.queued + c.executions,
                errored = r.errored - c.executions,
                recorded = r.recorded - c.executions
            from counted c
            where r.workspace_id = $1 and r.id = $2 and c.executions > 0
            returning r.id
            """;

    private final Pool database;

    Errors(Pool database) {
        this.database = database;
    }

    /** Whether there was anything to judge again in the run, which was completed, and now is under way. */
    Uni<Boolean> judgeAgain(WorkspaceId workspace, RunId run) {
        Tuple parameters = Tuple.of(workspace.value(), run.value());
        return database.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(parameters)
                .chain(() -> transaction.preparedQuery(QUEUE_AGAIN).execute(parameters))
                .map(rows -> rows.size() == 1));
    }
}
