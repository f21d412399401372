package io.parley.run.rescoring;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.messaging.Trace;
import io.parley.run.suites.Revision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores a run that judges the conversations of another one, and one row for each of its executions, in one statement. */
@ApplicationScoped
class RescoredRuns {

    /** Nobody is asked, so an execution keeps the workers for milliseconds. */
    private static final double PACE = 0.01;

    private static final int WINDOW = 1_024;

    /**
     * An execution takes the transcript of the same case with the same variables and the same repeat, wherever the case stands
     * in its revision; it may find none. Of a case that was written twice it takes the first. Of a run that had but
     * some of its revision's executions, only those are judged again.
     */
    private static final String START = """
            with earlier as (
                select * from runs where workspace_id = $2 and id = $3
            ),
            recordings as (
                select distinct on (c.identity, x.repeat) c.identity, x.repeat, x.id
                from earlier e
                join executions x on x.workspace_id = e.workspace_id and x.run_id = e.id and x.recorded
                join suite_cases c on c.suite_id = e.suite_id and c.revision = e.revision and c.position = x.position
                order by c.identity, x.repeat, x.position
            ),
            chosen as (
                select c.position, number as repeat, r.id as recording
                from earlier e
                join suite_cases c on c.suite_id = e.suite_id and c.revision = $4
                cross join lateral generate_series(1, coalesce(e.repeat, c.repeat)) as number
                left join recordings r on r.identity = c.identity and r.repeat = number
                where r.id is not null or not e.partial
            ),
            run as (
                insert into runs (id, workspace_id, suite_id, revision, target_id, target_name, target, pace, send_window,
                                  traceparent, total, queued, created_by, branch, rescored_from, asking,
                                  repeat, priority, case_filter, case_tags, partial)
                select $1, e.workspace_id, e.suite_id, v.number, e.target_id, e.target_name, e.target, $5, $6,
                       $7, n.executions, n.executions, $8, e.branch, e.id, false,
                       e.repeat, e.priority, e.case_filter, e.case_tags, e.partial
                from earlier e join suite_revisions v on v.suite_id = e.suite_id and v.number = $4
                cross join (select count(*)::int as executions from chosen) n
                where n.executions > 0
                returning id, workspace_id
            ),
            rows as (
                insert into executions (workspace_id, run_id, position, repeat, recording_of)
                select run.workspace_id, run.id, c.position, c.repeat, c.recording
                from run cross join chosen c
                order by c.position, c.repeat
            )
            select id from run
            """;

    private final Pool database;

    RescoredRuns(Pool database) {
        this.database = database;
    }

    /**
     * Stores the run, if the revision has anything that was held in the earlier one.
     *
     * @param id of the new run
     * @param earlier a run of the workspace that is over
     * @param revision of its suite
     */
    Uni<Boolean> start(WorkspaceId workspace, RunId id, RunId earlier, Revision revision, UUID starting) {
        return database.preparedQuery(START)
                .execute(Tuple.tuple()
                        .addUUID(id.value())
                        .addUUID(workspace.value())
                        .addUUID(earlier.value())
                        .addInteger(revision.number())
                        .addDouble(PACE)
                        .addInteger(WINDOW)
                        .addString(Trace.current().traceparent())
                        .addUUID(starting))
                .map(rows -> rows.size() == 1);
    }
}
