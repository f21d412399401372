package io.parley.run.dispatch;

import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes queued executions for sending. */
@ApplicationScoped
class Claims {

    /** However much is ahead of it, an execution does not wait longer for its turn. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    /** Transcripts can be large, and all that is claimed is in memory at once. */
    private static final int MOST_RECORDED = 32;

    /**
     * Takes rows of every run that has room in its window, the run served longest ago first; a row that another
     * replica is taking is skipped. Each gets an equal share, and has a window of its own, but for runs of a workspace where one
     * of more weight has something to send too: what is under way is in proportion to their weights, and so is what they get of
     * the workers and of a target that they share.
     *
     * <p>The deadline is when a result must have come even if everything that is under way now is ahead of this one and
     * takes all the time it may: {@code pace} of a run is the time for which one of its executions keeps its target's
     * whole capacity. So a slow target makes nothing overdue.
     *
     * <p>Of a paused run nothing is taken, but for a probe: one execution when it is time to see whether the target is back.
     *
     * <p>No more is taken than the run can afford with what is under way, by its budgets and by what others took.
     *
     * <p>Where a recording stands for the conversation, it goes along in the target's place, or that there is none. In a run
     * that was rescored nobody is ever asked, and its verdicts are no new evidence of anybody's skills.
     */
    private static final String CLAIM = """
            with ready as (
                select id, workspace_id, suite_id, revision, target, simulators, retry_of is not null as anew, rescored_from, branch, traceparent, pace, served_at,
                       pause, in_flight, affordable, send_window,
                       weight::float8 / max(weight) over (partition by workspace_id) as part
                from runs
                where status = 'RUNNING' and queued > 0
                  and (pause is null or probe_at <= now())
                  and (affordable is null or affordable > 0)
                  and (time_limit is null or not asking or now() < created_at + time_limit)
            ),
            open as (
                select *,
                       case
                           when pause is null then least(ceil(send_window * part) - in_flight, affordable,
                               greatest(1, $1::int * part / sum(part) over ()))
                           else 1
                       end::int as share
                from ready
                where pause is not null or in_flight < ceil(send_window * part)
                order by served_at
                limit $1
            ),
            ahead as (
                select coalesce((select sum(in_flight * pace) from runs where status = 'RUNNING'), 0)
                     + coalesce((select sum(share * pace) from open), 0) as seconds
            ),
            picked as (
                select e.id, o.id as run_id, o.workspace_id, o.suite_id, o.revision, o.target, o.simulators, o.anew, o.traceparent, e.position,
                       e.recording_of, e.recording_of is not null or o.rescored_from is not null as recorded,
                       case when o.rescored_from is null then (o.target ->> 'id') || '@' || o.branch end as assistant
                from open o
                cross join lateral (
                    select id, position, recording_of from executions
                    where run_id = o.id and status = 'QUEUED'
                    order by position, repeat
                    limit o.share
                    for no key update skip locked) e
                limit $1
            ),
            chosen as (
                select *, row_number() over (partition by recorded) as number from picked
            )
            update executions e
            set status = 'DISPATCHED',
                deadline = now() + 2 * c.budget + make_interval(secs => least($2::float8 + a.seconds, $3::float8))
            from chosen p
            join suite_cases c on c.suite_id = p.suite_id and c.revision = p.revision and c.position = p.position
            cross join ahead a
            where e.id = p.id and (not p.recorded or p.number <= $4)
            returning e.id, e.attempt, e.repeat, p.run_id, p.workspace_id, p.anew, p.traceparent, c.conversation::text as conversation,
                      case when p.recorded
                          then json_build_object('kind', 'recorded', 'id', p.target -> 'id', 'name', p.target -> 'name',
                              'limits', p.target -> 'limits',
                              'transcript', (select t.body from transcripts t
                                             where t.workspace_id = p.workspace_id and t.execution_id = p.recording_of))
                          else p.target
                      end::text as target,
                      case when p.simulators is not null and not p.recorded
                          then (p.simulators -> (c.conversation -> 'simulate' ->> 'model'))::text
                      end as simulator,
                      case when json_array_length(c.conversation -> 'skills') > 0 then to_json(p.assistant)::text end as assistant
            """;

    private static final String PAUSED = """
            select exists (
                select from runs
                where id = any($1) and pause is not null and (probe_at is null or probe_at > now()))
            """;

    private static final String SENT = """
            with sent as (
                select r.id, s.executions from unnest($1::uuid[], $2::int[]) as s(id, executions)
                join runs r on r.id = s.id
                order by r.id
                for no key update of r
            )
            update runs r
            set queued = r.queued - s.executions,
                served_at = clock_timestamp(),
                probe_at = case
                    when r.probe_at <= now() then now() + greatest(interval '5 s',
                        least(now() - (r.pause ->> 'at')::timestamptz, interval '5 min'))
                    else r.probe_at
                end
            from sent s
            where r.id = s.id
            """;

    /**
     * Takes up to {@code most} executions. They are dispatched once the transaction commits, and stay locked, queued
     * for everyone else, until then.
     *
     * @param patience what is granted on top of the time that everything may take
     */
    Uni<List<ClaimedExecution>> claim(SqlConnection transaction, int most, Duration patience) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(
                        Tuple.of(most, (double) patience.toSeconds(), (double) LONGEST_WAIT.toSeconds(), MOST_RECORDED))
                .map(rows -> Rows.list(rows, ClaimedExecution::of));
    }

    /**
     * Whether a run of theirs was paused while they were being claimed. A claim that began before the pause was committed may
     * have come to its rows after that, when the pause held them no longer.
     */
    Uni<Boolean> overtakenByPause(SqlConnection transaction, List<ClaimedExecution> executions) {
        UUID[] runs =
                executions.stream().map(ClaimedExecution::runId).distinct().toArray(UUID[]::new);
        return transaction
                .preparedQuery(PAUSED)
                .execute(Tuple.tuple().addArrayOfUUID(runs))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Counts them as under way, and lets the next probe of a paused run wait as long as the run is paused already. The last
     * statement of the transaction, since all results of a run want its row.
     */
    Uni<Void> sent(SqlConnection transaction, List<ClaimedExecution> executions) {
        Map<UUID, Long> byRun = executions.stream()
                .map(ClaimedExecution::runId)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        UUID[] runs = byRun.keySet().toArray(UUID[]::new);
        Integer[] counts = byRun.values().stream().map(Long::intValue).toArray(Integer[]::new);
        return transaction
                .preparedQuery(SENT)
                .execute(Tuple.tuple().addArrayOfUUID(runs).addArrayOfInteger(counts))
                .replaceWithVoid();
    }
}
