package io.parley.run.statistics;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.run.runs.PassRate;
import io.parley.run.statistics.Repeats.Causes;
import io.parley.run.statistics.Repeats.PassAll;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads what the executions of a run come to. */
@ApplicationScoped
class SummaryRepository {

    private static final String LATENCY = """
            select count(*)::int as conversations,
                   percentile_disc(array[0.5, 0.9, 0.95, 0.99]) within group (order by duration) as percentiles
            from executions
            where workspace_id = $1 and run_id = $2 and held and recorded
            """;

    /** By the number of repeats. A run without repeats, which it or its revision tells, is not looked through. */
    private static final String REPEATS = """
            with cases as (
                select count(*)::int as repeats,
                       count(*) filter (where verdict = 'PASS')::int as passed,
                       count(*) filter (where verdict = 'FAIL')::int as failed
                from executions
                where workspace_id = $1 and run_id = $2
                  and (select coalesce(r.repeat > 1, v.executions > v.cases)
                       from runs r join suite_revisions v on v.suite_id = r.suite_id and v.number = r.revision
                       where r.workspace_id = $1 and r.id = $2)
                group by position
                having count(*) > 1
            )
            select repeats as k, count(*)::int as cases,
                   count(*) filter (where passed + failed > 1 and (passed = 0 or failed = 0))::int as stable,
                   count(*) filter (where passed > 0 and failed > 0)::int as flaky,
                   count(*) filter (where passed + failed = repeats)::int as decided,
                   count(*) filter (where passed = repeats)::int as all_passed
            from cases
            group by repeats
            order by repeats
            """;

    /**
     * A flaky case's conversations beside the verdicts that they got in another run. An ERROR there says nothing; UNSURE
     * where it was PASS or FAIL is another verdict. Without another run, as nearly always, nothing is looked through.
     */
    private static final String CAUSES = """
            with related as (
                select o.id from runs r
                join runs o on o.suite_id = r.suite_id and o.revision = r.revision
                    and (o.rescored_from = r.id or o.id = r.rescored_from)
                where r.workspace_id = $1 and r.id = $2 and o.workspace_id = $1
            ),
            flaky as (
                select position from executions
                where workspace_id = $1 and run_id = $2 and verdict in ('PASS', 'FAIL')
                  and (select count(*) from related) > 0
                group by position
                having min(verdict) <> max(verdict)
            ),
            conversations as (
                select e.position, e.repeat, count(o.id) as again, coalesce(bool_or(o.verdict <> e.verdict), false) as differs
                from flaky f
                join executions e on e.workspace_id = $1 and e.run_id = $2 and e.position = f.position
                    and e.verdict in ('PASS', 'FAIL')
                left join executions o on o.workspace_id = $1 and o.run_id in (select id from related)
                    and o.position = e.position and o.repeat = e.repeat and o.verdict <> 'ERROR'
                group by e.position, e.repeat
            ),
            causes as (
                select case
                           when bool_or(differs) then 'judge'
                           when min(again) > 0 then 'target'
                       end as cause
                from conversations
                group by position
            )
            select count(*) filter (where cause = 'judge')::int as judge,
                   count(*) filter (where cause = 'target')::int as target
            from causes
            """;

    private final Pool database;

    SummaryRepository(Pool database) {
        this.database = database;
    }

    /** Empty while no conversation was held to its end. */
    Uni<Optional<Latency>> latency(WorkspaceId workspace, RunId run) {
        return database.preparedQuery(LATENCY)
                .execute(Tuple.of(workspace.value(), run.value()))
                .map(rows -> Rows.first(rows, SummaryRepository::latency).flatMap(latency -> latency));
    }

    /** Empty when no case is repeated; without causes. */
    Uni<Optional<Repeats>> repeats(WorkspaceId workspace, RunId run) {
        return database.preparedQuery(REPEATS)
                .execute(Tuple.of(workspace.value(), run.value()))
                .map(rows -> repeats(Rows.list(rows, Group::of)));
    }

    /** Of the run's flaky cases, which are so many. */
    Uni<Causes> causes(WorkspaceId workspace, RunId run, int flaky) {
        return database.preparedQuery(CAUSES)
                .execute(Tuple.of(workspace.value(), run.value()))
                .map(rows -> causes(rows.iterator().next(), flaky));
    }

    private static Optional<Latency> latency(Row row) {
        int conversations = row.getInteger("conversations");
        return conversations == 0
                ? Optional.empty()
                : Optional.of(Latency.of(conversations, row.getArrayOfLongs("percentiles")));
    }

    private static Optional<Repeats> repeats(List<Group> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        int cases = groups.stream().mapToInt(Group::cases).sum();
        int stable = groups.stream().mapToInt(Group::stable).sum();
        int flaky = groups.stream().mapToInt(Group::flaky).sum();
        List<PassAll> passAll = groups.stream().map(Group::passAll).toList();
        return Optional.of(new Repeats(cases, stable, flaky, cases - stable - flaky, passAll, null));
    }

    private static Causes causes(Row row, int flaky) {
        int judge = row.getInteger("judge");
        int target = row.getInteger("target");
        return new Causes(judge, target, Math.max(0, flaky - judge - target));
    }

    /** The cases of so many repeats. */
    private record Group(int k, int cases, int stable, int flaky, int decided, int allPassed) {

        static Group of(Row row) {
            return new Group(
                    row.getInteger("k"),
                    row.getInteger("cases"),
                    row.getInteger("stable"),
                    row.getInteger("flaky"),
                    row.getInteger("decided"),
                    row.getInteger("all_passed"));
        }

        PassAll passAll() {
            return new PassAll(k, decided, PassRate.of(allPassed, decided));
        }
    }
}
