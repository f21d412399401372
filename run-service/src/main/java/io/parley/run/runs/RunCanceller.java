package io.parley.run.runs;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a run with every execution that has not finished, in one transaction, and tells the workers. */
@ApplicationScoped
class RunCanceller {

    /**
     * Executions before the run, as every transaction here does it: whoever holds the run waits for nobody. A statement of
     * its own, so that the one that changes them starts with what they have become.
     */
    private static final String LOCK = """
            with live as (
                select run_id from executions
                where workspace_id = $1 and run_id = $2 and status in ('QUEUED', 'DISPATCHED')
                order by id
                for no key update
            )
            select id from runs
            where workspace_id = $1 and id = $2
              and (select count(*) from live) >= 0 -- first the executions, then the run
            for no key update
            """;

    /**
     * A run whose executions have all finished but whose last transcript is missing is RUNNING still and is cancelled
     * with no execution.
     */
    private static final String CANCEL = """
            with stopped as (
                update executions set status = 'CANCELLED', deadline = null
                where workspace_id = $1 and run_id = $2 and status in ('QUEUED', 'DISPATCHED')
                returning id
            ),
            ended as (
                update runs
                set status = 'CANCELLED', queued = 0, completed_at = now(), pause = null, probe_at = null,
                    cancelled = cancelled + (select count(*)::int from stopped)
                where workspace_id = $1 and id = $2 and status = 'RUNNING'
                returning id, workspace_id, completed_at, traceparent
            ),
            announced as (
                insert into outbox (routing_key, workspace_id, body, traceparent)
                select 'run.cancelled.v1', workspace_id,
                       jsonb_build_object('runId', id, 'workspaceId', workspace_id, 'cancelledAt', completed_at),
                       traceparent
                from ended
            )
            select id from ended
            """;

    private final Pool database;
    private final OutboxRelay relay;

    RunCanceller(Pool database, OutboxRelay relay) {
        this.database = database;
        this.relay = relay;
    }

    /** Whether the run was under way in the workspace, and now is not. */
    Uni<Boolean> cancel(WorkspaceId workspace, RunId id) {
        Tuple run = Tuple.of(workspace.value(), id.value());
        return database.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(run)
                        .chain(() -> transaction.preparedQuery(CANCEL).execute(run)))
                .map(rows -> rows.size() == 1)
                .invoke(relay::wake);
    }
}
