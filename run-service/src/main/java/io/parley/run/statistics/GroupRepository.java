package io.parley.run.statistics;

import io.parley.contracts.Counts;
import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.parley.run.runs.PassRate;
import io.parley.run.statistics.GroupView.Place;
import io.parley.run.statistics.Grouping.BySkill;
import io.parley.run.statistics.Grouping.ByTag;
import io.parley.run.statistics.Grouping.ByVariable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts the executions of a run by what their cases have. */
@ApplicationScoped
class GroupRepository {

    /** The executions are counted case by case first, so that each case is read once. */
    private static final String CASES = """
            with per_case as (
                select position, count(*) as total,
                       count(*) filter (where verdict = 'PASS') as passed,
                       count(*) filter (where verdict = 'FAIL') as failed,
                       count(*) filter (where verdict = 'ERROR') as errored,
                       count(*) filter (where verdict = 'UNSURE') as unsure,
                       count(*) filter (where status = 'CANCELLED') as cancelled
                from executions
                where workspace_id = $1 and run_id = $2
                group by position
            ),
            valued as (
                select v.value, p.*
                from runs r
                join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision
                join per_case p on p.position = c.position
                cross join lateral\s""";

    private static final String GROUPS = """
                where r.workspace_id = $1 and r.id = $2
            )
            select value, left(value, 200) as start, md5(value) as hash, count(*)::int as cases,
                   sum(total)::int as total, sum(passed)::int as passed, sum(failed)::int as failed,
                   sum(errored)::int as errored, sum(unsure)::int as unsure, sum(cancelled)::int as cancelled
            from valued
            where (left(value, 200), md5(value)) > ($3, $4)
            group by value
            order by start, hash
            limit $5
            """;

    /** These know of $6, so that it has a type in every form of the statement. */
    private static final String TAGS =
            "(select value from json_array_elements_text(c.conversation -> 'tags') as value where $6::text is null) as v\n";

    private static final String SKILLS =
            "(select value from json_array_elements_text(c.conversation -> 'skills') as value where $6::text is null) as v\n";

    private static final String VARIABLE =
            "(select value from (select c.conversation -> 'vars' ->> $6 as value) as one where value is not null) as v\n";

    private final Pool database;

    GroupRepository(Pool database) {
        this.database = database;
    }

    /** By value; values that begin with the same 200 characters in any order. */
    Uni<List<GroupView>> list(WorkspaceId workspace, RunId run, Grouping by, Slice slice) {
        Place after = slice.after(Place::parse).orElse(Place.BEFORE_ALL);
        return database.preparedQuery(CASES + values(by) + GROUPS)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(run.value())
                        .addString(after.start())
                        .addString(after.hash())
                        .addInteger(slice.rows())
                        .addString(by instanceof ByVariable variable ? variable.name() : null))
                .map(rows -> Rows.list(rows, GroupRepository::view));
    }

    private static String values(Grouping by) {
        return switch (by) {
            case ByTag() -> TAGS;
            case BySkill() -> SKILLS;
            case ByVariable(String name) -> VARIABLE;
        };
    }

    private static GroupView view(Row row) {
        Counts counts = new Counts(
                row.getInteger("total"),
                row.getInteger("passed"),
                row.getInteger("failed"),
                row.getInteger("errored"),
                row.getInteger("unsure"),
                row.getInteger("cancelled"));
        return new GroupView(
                row.getString("value"),
                row.getInteger("cases"),
                counts,
                PassRate.of(counts),
                new Place(row.getString("start"), row.getString("hash")));
    }
}
