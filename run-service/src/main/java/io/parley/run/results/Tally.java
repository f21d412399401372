package io.parley.run.results;

/**
 * The part that every statement about results ends with: it adds what the statement did to the counts of the runs, and
 * ends a run with its last result, announcing that in the outbox. So a count never differs from its rows, and a run is
 * completed by exactly one statement.
 *
 * <p>It takes a common table expression {@code tally}, one row per run, with the changes {@code queued},
 * {@code recorded}, {@code passed}, {@code failed}, {@code errored} and {@code unsure}, and whether the target was
 * {@code reached}, how often it was {@code missed} after that, the {@code tokens} and the {@code cost} that it told of,
 * how many conversations with it were {@code held} to their end, and what the run is {@code exhausted} of, or
 * {@link #NOBODY_ASKED}; and gives {@code counted}, one row per run with its {@code id} and whether it {@code completed}
 * now.
 *
 * <p>Every transaction of this service locks executions by their id and after them runs by theirs, in a statement of its
 * own, {@link #LOCK}, before it changes them. PostgreSQL checks a new row's constraints before it notices that the old row
 * has changed meanwhile; a statement that starts with the rows locked never adds to counts of yesterday.
 */
final class Tally {

    /**
     * Locks the executions with the ids $1, and their runs. The array makes the query read, and so lock, all of them before
     * the first run: {@code in} would let it stop at the first match.
     */
    static final String LOCK = """
            with theirs as (
                select run_id from executions where id = any($1) order by id for no key update
            )
            select id from runs where id = any(array(select run_id from theirs)) order by id for no key update
            """;

    /** The part of a tally that tells nothing of the target. */
    static final String NOBODY_ASKED =
            " false as reached, 0 as missed, 0::bigint as tokens, 0::numeric as cost, 0 as held,"
                    + " null as exhausted\n";

    /**
     * A run whose target was missed too often in a row is paused, if there is anything left to hold back; it goes on with the
     * first conversation that was held since.
     */
    static final String INTO_RUNS = """
            touched as (
                select r.id,
                       r.status = 'RUNNING'
                           and r.finished + t.passed + t.failed + t.errored + t.unsure = r.total
                           and r.recorded + t.recorded = r.total as completed,
                       since.unreachable,
                       case
                           when r.probe_at is not null and t.reached and t.missed = 0 then 'OVER'
                           when r.status = 'RUNNING' and r.pause is null and r.queued > 0
                               and t.missed > 0 and since.unreachable >= r.down_after then 'BEGUN'
                       end as outage
                from tally t
                join runs r on r.id = t.run_id
                cross join lateral (
                    select case when t.reached then 0 else r.unreachable end + t.missed as unreachable) since
            ),
            counted as (
                update runs r
                set queued = r.queued + t.queued,
                    recorded = r.recorded + t.recorded,
                    passed = r.passed + t.passed,
                    failed = r.failed + t.failed,
                    errored = r.errored + t.errored,
                    unsure = r.unsure + t.unsure,
                    status = case when touched.completed then 'COMPLETED' else r.status end,
                    completed_at = case when touched.completed then now() else r.completed_at end,
                    tokens = r.tokens + least(t.tokens, 9223372036854775807 - r.tokens),
                    held = r.held + t.held,
                    cost = r.cost + t.cost,
                    exhausted = coalesce(r.exhausted, t.exhausted),
                    unreachable = touched.unreachable,
                    pause = case
                        when touched.completed or touched.outage = 'OVER' then null
                        when touched.outage = 'BEGUN' then json_build_object('cause', 'TARGET_DOWN', 'at', now(), 'reason',
                            format('The target could not be reached in %s executions in a row.', touched.unreachable))
                        else r.pause
                    end,
                    probe_at = case
                        when touched.completed or touched.outage = 'OVER' then null
                        when touched.outage = 'BEGUN' then now() + interval '5 s'
                        else r.probe_at
                    end
                from touched join tally t on t.run_id = touched.id
                where r.id = touched.id
                returning r.*, touched.completed
            ),
            announced as (
                insert into outbox (routing_key, workspace_id, traceparent, body)
                select 'run.completed.v1', workspace_id, traceparent, jsonb_build_object(
                    'runId', id, 'workspaceId', workspace_id, 'suiteId', suite_id, 'targetId', target_id,
                    'counts', jsonb_build_object('total', total, 'passed', passed, 'failed', failed,
                        'errored', errored, 'unsure', unsure, 'cancelled', cancelled),
                    'completedAt', completed_at)
                from counted
                where completed
            )
            """;

    private Tally() {}
}
