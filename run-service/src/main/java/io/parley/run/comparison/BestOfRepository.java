package io.parley.run.comparison;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.parley.run.comparison.BestOfCase.Placed;
import io.parley.run.comparison.BestOfCase.Side;
import io.parley.run.comparison.BestOfView.Counts;
import io.parley.run.comparison.BestOfView.Tally;
import io.parley.run.comparison.ComparedCase.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ranks several runs in each of their cases, all of them in one statement, by the verdicts as they are now. */
@ApplicationScoped
class BestOfRepository {

    /** $1 workspace, $2 the runs. Scores are means of weights such as 0.1, so what is equal to nine places is equal. */
    private static final String RANKED = """
            with sides as (
                select c.identity, e.run_id, min(e.position) as position,
                       count(*) filter (where e.verdict in ('PASS', 'FAIL'))::int as decided,
                       count(*) filter (where e.verdict = 'PASS')::int as passed,
                       coalesce(avg(e.score) filter (where e.verdict in ('PASS', 'FAIL')), 0) as score,
                       (array_agg(e.id order by e.verdict = 'PASS' desc nulls last, e.score desc nulls last, e.repeat))[1]
                           as execution
                from executions e
                join runs r on r.id = e.run_id
                join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = e.position
                where e.workspace_id = $1 and e.run_id = any ($2)
                group by c.identity, e.run_id
            ),
            decided as (
                select identity, min(position) filter (where run_id = ($2)[1]) as place
                from sides
                where decided > 0
                group by identity
                having count(*) = cardinality($2)
            ),
            ranked as (
                select s.*, d.place,
                       rank() over (partition by s.identity
                                    order by s.passed::float8 / s.decided desc, round(s.score::numeric, 9) desc) = 1 as best
                from sides s
                join decided d on d.identity = s.identity
            )
            """;

    private static final String COUNT = RANKED + """
            , tallies as (
                select run_id, count(*)::int as decided, avg(score) as score,
                       count(*) filter (where best and winners = 1)::int as best,
                       count(*) filter (where best and winners > 1)::int as shared
                from (select *, count(*) filter (where best) over (partition by identity) as winners from ranked) r
                group by run_id
            )
            select t.*, (select count(distinct identity)::int from sides) as cases
            from (values (1)) as always(row)
            left join tallies t on true
            """;

    /** Names and variables only of the cases that are shown. */
    private static final String LIST = RANKED + """
            , page as (
                select place, identity,
                       array_agg(run_id order by array_position($2, run_id)) as runs,
                       array_agg(execution order by array_position($2, run_id)) as executions,
                       array_agg(decided order by array_position($2, run_id)) as decided,
                       array_agg(passed order by array_position($2, run_id)) as passed,
                       array_agg(score order by array_position($2, run_id)) as scores,
                       array_agg(best order by array_position($2, run_id)) as best
                from ranked
                where (place, identity) > ($3, $4)
                group by place, identity
                order by place, identity
                limit $5
            )
            select p.*, c.conversation ->> 'name' as name, (c.conversation -> 'vars')::text as vars
            from page p
            join runs r on r.workspace_id = $1 and r.id = ($2)[1]
            join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = p.place
            order by p.place, p.identity
            """;

    private final Pool database;

    BestOfRepository(Pool database) {
        this.database = database;
    }

    Uni<Counts> count(WorkspaceId workspace, BestOfQuery query) {
        return database.preparedQuery(COUNT)
                .execute(Tuple.tuple().addUUID(workspace.value()).addArrayOfUUID(query.ids()))
                .map(BestOfRepository::counts);
    }

    /** In the order of the first run's suite. */
    Uni<List<Placed>> list(WorkspaceId workspace, BestOfQuery query, Slice slice) {
        Place after = slice.after(Place::parse).orElse(Place.BEFORE_ALL);
        return database.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addArrayOfUUID(query.ids())
                        .addInteger(after.position())
                        .addUUID(after.identity())
                        .addInteger(slice.rows()))
                .map(rows -> Rows.list(rows, BestOfRepository::placed));
    }

    private static Counts counts(RowSet<Row> rows) {
        Map<RunId, Tally> tallies = new HashMap<>();
        int cases = 0;
        int decided = 0;
        for (Row row : rows) {
            cases = row.getInteger("cases");
            if (row.getUUID("run_id") != null) {
                decided = row.getInteger("decided");
                tallies.put(
                        new RunId(row.getUUID("run_id")),
                        new Tally(row.getInteger("best"), row.getInteger("shared"), row.getDouble("score")));
            }
        }
        return new Counts(tallies, cases, decided);
    }

    private static Placed placed(Row row) {
        int runs = row.getArrayOfUUIDs("runs").length;
        return new Placed(
                new Place(row.getInteger("place"), row.getUUID("identity")),
                new BestOfCase(
                        row.getString("name"),
                        row.getString("vars"),
                        IntStream.range(0, runs).mapToObj(run -> side(row, run)).toList()));
    }

    private static Side side(Row row, int run) {
        return new Side(
                new RunId(row.getArrayOfUUIDs("runs")[run]),
                new ExecutionId(row.getArrayOfUUIDs("executions")[run]),
                row.getArrayOfIntegers("decided")[run],
                row.getArrayOfIntegers("passed")[run],
                row.getArrayOfDoubles("scores")[run],
                row.getArrayOfBooleans("best")[run]);
    }
}
