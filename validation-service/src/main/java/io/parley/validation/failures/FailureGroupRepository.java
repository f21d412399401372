package io.parley.validation.failures;

import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.parley.validation.meaning.Meaning;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Queries of failures and their groups. */
@ApplicationScoped
class FailureGroupRepository {

    private static final String UNGROUPED = """
            select execution_id, attempt, case_name, verdict, type, reason, answer
            from current_failures
            where workspace_id = $1 and run_id = $2 and group_id is null
            order by execution_id
            limit $3
            """;

    private static final String KNOWN = """
            select g.id, g.cause, g.centre, f.verdict, g.run_id = $3 as of_this_run
            from failure_groups g
            join failures f on (f.execution_id, f.attempt) = (g.example, g.example_attempt)
            where g.workspace_id = $1 and g.suite_id = $2
            order by of_this_run desc, g.id desc
            limit $4
            """;

    /** The example is another one once the first has left the group; a group that all have left is not there. */
    private static final String VIEW = """
            select g.id, g.run_id, g.label, f.size, g.seen_before, c.name, c.defect,
                   f.execution_id, f.case_name, f.verdict, f.type, f.reason, f.answer,
                   (select count(distinct s.run_id)::int from failure_groups s
                    where s.workspace_id = g.workspace_id and s.cause = g.cause) as runs
            from failure_groups g
            cross join lateral (
                select m.*, (count(*) over ())::int as size
                from current_failures m
                where m.workspace_id = g.workspace_id and m.group_id = g.id
                order by m.execution_id = g.example desc, m.execution_id
                limit 1) f
            left join failure_causes c on (c.workspace_id, c.cause) = (g.workspace_id, g.cause)
            """;

    private static final String LIST =
            VIEW + " where g.workspace_id = $1 and g.run_id = $2 order by f.size desc, g.position";
    private static final String FIND = VIEW + " where g.workspace_id = $1 and g.id = $2";

    private static final String EXECUTIONS = """
            select execution_id, case_name, verdict, type, reason, answer
            from current_failures
            where workspace_id = $1 and group_id = $2 and execution_id > $3
            order by execution_id
            limit $4
            """;

    private static final String NAME = """
            insert into failure_causes (workspace_id, cause, name, defect, updated_by)
            select workspace_id, cause, $3, $4, $5 from failure_groups where workspace_id = $1 and id = $2
            on conflict (workspace_id, cause)
            do update set name = excluded.name, defect = excluded.defect, updated_by = excluded.updated_by, updated_at = now()
            """;

    /** A run of more has other worries. */
    private static final int MOST_FAILURES = 5_000;

    private static final int MOST_KNOWN = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool database;

    FailureGroupRepository(Pool database) {
        this.database = database;
    }

    /** The failures of a run that still stand and are in no group, of the first so many executions. */
    Uni<List<Failure>> ungrouped(RunCompleted run) {
        return database.preparedQuery(UNGROUPED)
                .execute(Tuple.of(run.workspaceId().value(), run.runId().value(), MOST_FAILURES))
                .map(rows -> Rows.list(rows, FailureGroupRepository::failure));
    }

    /** Groups of runs of the same suite, those of this run first and then the latest. */
    Uni<List<Known>> known(RunCompleted run) {
        return database.preparedQuery(KNOWN)
                .execute(Tuple.of(
                        run.workspaceId().value(),
                        run.suiteId().value(),
                        run.runId().value(),
                        MOST_KNOWN))
                .map(rows -> Rows.list(rows, FailureGroupRepository::known));
    }

    /** Stores the groups, unless the run has got others meanwhile. */
    Uni<Void> store(NewGroups groups) {
        return groups.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(NewGroups.INSERT)
                        .execute(groups.values())
                        .replaceWithVoid();
    }

    /** The largest first. */
    Uni<List<FailureGroupView>> list(WorkspaceId workspace, RunId run) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), run.value()))
                .map(rows -> Rows.list(rows, FailureGroupRepository::view));
    }

    Uni<FailureGroupView> require(WorkspaceId workspace, UUID group) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), group))
                .map(rows ->
                        Rows.first(rows, FailureGroupRepository::view).orElseThrow(FailureProblems.NOT_FOUND::problem));
    }

    Uni<List<FailureView>> executions(WorkspaceId workspace, UUID group, Slice slice) {
        return database.preparedQuery(EXECUTIONS)
                .execute(Tuple.of(
                        workspace.value(), group, slice.after(UUID::fromString).orElse(BEFORE_ALL), slice.rows()))
                .map(rows -> Rows.list(rows, FailureView::of));
    }

    Uni<Void> name(WorkspaceId workspace, UUID group, NameGroup wanted, UUID person) {
        return database.preparedQuery(NAME)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(group)
                        .addString(wanted.name())
                        .addString(wanted.defect())
                        .addUUID(person))
                .replaceWithVoid();
    }

    private static Failure failure(Row row) {
        return new Failure(
                row.getUUID("execution_id"),
                row.getInteger("attempt"),
                row.getString("case_name"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("type"),
                row.getString("reason"),
                row.getString("answer"));
    }

    private static Known known(Row row) {
        Float[] boxed = row.getArrayOfFloats("centre");
        float[] centre = new float[boxed.length];
        for (int at = 0; at < centre.length; at++) {
            centre[at] = boxed[at];
        }
        return new Known(
                row.getUUID("id"),
                row.getUUID("cause"),
                Meaning.of(centre, true),
                Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("of_this_run"));
    }

    private static FailureGroupView view(Row row) {
        return new FailureGroupView(
                row.getUUID("id"),
                new RunId(row.getUUID("run_id")),
                row.getString("label"),
                row.getString("name"),
                row.getString("defect"),
                row.getInteger("size"),
                row.getInteger("runs"),
                row.getUUID("seen_before"),
                FailureView.of(row));
    }
}
