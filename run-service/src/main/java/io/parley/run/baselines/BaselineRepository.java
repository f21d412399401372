package io.parley.run.baselines;

import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and changes baselines; the schema keeps one per suite and branch. */
@ApplicationScoped
class BaselineRepository {

    private static final String FIND = """
            select suite_id, branch, run_id, set_by, set_at from baselines
            where workspace_id = $1 and suite_id = $2 and branch = $3
            """;

    private static final String SET = """
            insert into baselines (workspace_id, suite_id, branch, run_id, set_by) values ($1, $2, $3, $4, $5)
            on conflict (suite_id, branch)
                do update set run_id = excluded.run_id, set_by = excluded.set_by, set_at = excluded.set_at
            returning suite_id, branch, run_id, set_by, set_at
            """;

    private static final String DELETE =
            "delete from baselines where workspace_id = $1 and suite_id = $2 and branch = $3";

    private final Pool database;

    BaselineRepository(Pool database) {
        this.database = database;
    }

    Uni<Optional<BaselineView>> find(WorkspaceId workspace, SuiteId suite, String branch) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), suite.value(), branch))
                .map(rows -> Rows.first(rows, BaselineRepository::view));
    }

    /** Suite and run are of the workspace, and the run is of the suite. */
    Uni<BaselineView> set(WorkspaceId workspace, SuiteId suite, String branch, RunId run, UUID setter) {
        return database.preparedQuery(SET)
                .execute(Tuple.of(workspace.value(), suite.value(), branch, run.value(), setter))
                .map(rows -> view(rows.iterator().next()));
    }

    /** Whether there was one. */
    Uni<Boolean> delete(WorkspaceId workspace, SuiteId suite, String branch) {
        return database.preparedQuery(DELETE)
                .execute(Tuple.of(workspace.value(), suite.value(), branch))
                .map(rows -> rows.rowCount() == 1);
    }

    private static BaselineView view(Row row) {
        return new BaselineView(
                new SuiteId(row.getUUID("suite_id")),
                row.getString("branch"),
                new RunId(row.getUUID("run_id")),
                row.getUUID("set_by"),
                row.getOffsetDateTime("set_at").toInstant());
    }
}
