package io.parley.run.comparison;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.parley.run.comparison.ComparedCase.Place;
import io.parley.run.comparison.ComparedCase.Placed;
import io.parley.run.comparison.ComparedCase.Side;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the cases of two runs, all of them in one statement, by the verdicts as they are now. */
@ApplicationScoped
class ComparisonRepository {

    /** $1 workspace, $2 the later run, $3 the earlier run. */
    private static final String CHANGES = """
            with cases as (
                select e.run_id, c.identity, min(e.position) as position, count(*)::int as repeats,
                       count(*) filter (where e.verdict = 'PASS')::int as passed,
                       count(*) filter (where e.verdict = 'FAIL')::int as failed
                from executions e
                join runs r on r.id = e.run_id
                join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = e.position
                where e.workspace_id = $1 and e.run_id in ($2, $3)
                group by e.run_id, c.identity
            ),
            later as (select * from cases where run_id = $2),
            earlier as (select * from cases where run_id = $3),
            changes as (
                select coalesce(l.identity, e.identity) as identity, coalesce(l.position, e.position) as position,
                       e.position as before_position, e.repeats as before_repeats,
                       e.passed as before_passed, e.failed as before_failed,
                       l.position as after_position, l.repeats as after_repeats,
                       l.passed as after_passed, l.failed as after_failed,
                       case
                           when e.identity is null then 'NEW'
                           when l.identity is null then 'GONE'
                           when e.passed + e.failed = 0 or l.passed + l.failed = 0 then 'UNDECIDED'
                           when e.failed > 0 and l.failed > 0 then 'STILL_FAILING'
                           when e.failed > 0 then 'FIXED'
                           when l.failed > 0 then 'NEWLY_FAILING'
                           else 'STILL_PASSING'
                       end as change
                from later l full join earlier e on e.identity = l.identity
            )
            """;

    private static final String COUNT = CHANGES + "select change, count(*)::int as cases from changes group by change";

    /** Names, variables and executions only of the cases that are shown. */
    private static final String LIST = CHANGES + """
            , page as (
                select * from changes
                where ($4::text is null or change = $4) and (position, identity) > ($5, $6)
                order by position, identity
                limit $7
            )
            select p.*, c.conversation ->> 'name' as name, (c.conversation -> 'vars')::text as vars,
                   (select id from executions e
                    where e.workspace_id = $1 and e.run_id = $3 and e.position = p.before_position
                    order by verdict = 'FAIL' desc nulls last, repeat limit 1) as before_id,
                   (select id from executions e
                    where e.workspace_id = $1 and e.run_id = $2 and e.position = p.after_position
                    order by verdict = 'FAIL' desc nulls last, repeat limit 1) as after_id
            from page p
            join runs r on r.workspace_id = $1 and r.id = case when p.after_position is null then $3 else $2 end
            join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = p.position
            order by p.position, p.identity
            """;

    /** The same as the count above, read from what fails now instead of from everything. */
    private static final String NEWLY_FAILING = """
            with failing as (
                select distinct c.identity
                from executions e
                join runs r on r.id = e.run_id
                join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = e.position
                where e.workspace_id = $1 and e.run_id = $2 and e.verdict = 'FAIL'
            ),
            passed as (
                select f.identity
                from failing f
                join runs r on r.workspace_id = $1 and r.id = $3
                join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.identity = f.identity
                join executions e on e.workspace_id = $1 and e.run_id = r.id and e.position = c.position
                where e.verdict in ('PASS', 'FAIL')
                group by f.identity
                having bool_and(e.verdict = 'PASS')
            )
            select count(*)::int as cases from passed
            """;

    private final Pool database;

    ComparisonRepository(Pool database) {
        this.database = database;
    }

    Uni<Changes> count(WorkspaceId workspace, RunId later, RunId earlier) {
        return database.preparedQuery(COUNT)
                .execute(Tuple.of(workspace.value(), later.value(), earlier.value()))
                .map(ComparisonRepository::changes);
    }

    Uni<Integer> newlyFailing(WorkspaceId workspace, RunId later, RunId earlier) {
        return database.preparedQuery(NEWLY_FAILING)
                .execute(Tuple.of(workspace.value(), later.value(), earlier.value()))
                .map(rows -> rows.iterator().next().getInteger("cases"));
    }

    /**
     * In the order of the later run's suite; what is gone, at its old place.
     *
     * @param change of the cases to list; null for all
     */
    Uni<List<Placed>> list(WorkspaceId workspace, RunId later, RunId earlier, @Nullable Change change, Slice slice) {
        Place after = slice.after(Place::parse).orElse(Place.BEFORE_ALL);
        return database.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(later.value())
                        .addUUID(earlier.value())
                        .addString(change == null ? null : change.name())
                        .addInteger(after.position())
                        .addUUID(after.identity())
                        .addInteger(slice.rows()))
                .map(rows -> Rows.list(rows, ComparisonRepository::placed));
    }

    private static Changes changes(RowSet<Row> rows) {
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        rows.forEach(row -> counts.put(Change.valueOf(row.getString("change")), row.getInteger("cases")));
        return Changes.of(counts);
    }

    private static Placed placed(Row row) {
        return new Placed(
                new Place(row.getInteger("position"), row.getUUID("identity")),
                new ComparedCase(
                        row.getString("name"),
                        row.getString("vars"),
                        Change.valueOf(row.getString("change")),
                        side(row, "before"),
                        side(row, "after")));
    }

    private static @Nullable Side side(Row row, String side) {
        return row.getUUID(side + "_id") == null
                ? null
                : new Side(
                        new ExecutionId(row.getUUID(side + "_id")),
                        row.getInteger(side + "_repeats"),
                        row.getInteger(side + "_passed"),
                        row.getInteger(side + "_failed"));
    }
}
