package io.parley.run.executions;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads executions with what belongs to them. */
@ApplicationScoped
class ExecutionRepository {

    private static final String COLUMNS = """
            e.id, e.position, c.conversation ->> 'name' as name, (c.conversation -> 'vars')::text as vars, e.repeat,
            e.status, e.verdict, e.score, e.attempt, e.duration, e.failure::text as failure
            """;

    private static final String FROM = """
            from executions e
            join runs r on r.id = e.run_id
            join suite_cases c on c.suite_id = r.suite_id and c.revision = r.revision and c.position = e.position
            """;

    private static final String LIST = "select " + COLUMNS + FROM + """
            where e.workspace_id = $1 and e.run_id = $2
              and (e.position, e.repeat) > ($3, $4) %s
            order by e.position, e.repeat
            limit $5
            """;

    private static final String RESULTS =
            "select t.body::text as transcript, v.results::text as results, " + COLUMNS + FROM + """
            left join transcripts t on t.execution_id = e.id and t.attempt = e.attempt
            left join verdicts v on v.execution_id = e.id and v.attempt = e.attempt
            where e.workspace_id = $1 and e.run_id = $2
            """;

    private static final String FIND = RESULTS + "and e.id = $3";

    private static final String PAGE = RESULTS + """
            and (e.position, e.repeat) > ($3, $4)
            order by e.position, e.repeat
            limit $5
            """;

    private final Pool database;

    ExecutionRepository(Pool database) {
        this.database = database;
    }

    /** In the order of the suite. */
    Uni<List<ExecutionView>> list(WorkspaceId workspace, RunId run, ExecutionFilter filter, Slice slice) {
        ExecutionPosition after = slice.after(ExecutionPosition::parse).orElse(ExecutionPosition.BEFORE_ALL);
        return database.preparedQuery(LIST.formatted(filter.condition()))
                .execute(Tuple.of(workspace.value(), run.value(), after.position(), after.repeat(), slice.rows()))
                .map(rows -> Rows.list(rows, ExecutionRepository::view));
    }

    /** In the order of the suite. */
    Uni<List<ExecutionResult>> results(WorkspaceId workspace, RunId run, ExecutionPosition after, int most) {
        return database.preparedQuery(PAGE)
                .execute(Tuple.of(workspace.value(), run.value(), after.position(), after.repeat(), most))
                .map(rows -> Rows.list(rows, ExecutionRepository::result));
    }

    Uni<Optional<ExecutionResult>> find(WorkspaceId workspace, RunId run, ExecutionId id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), run.value(), id.value()))
                .map(rows -> Rows.first(rows, ExecutionRepository::result));
    }

    private static ExecutionResult result(Row row) {
        return new ExecutionResult(view(row), row.getString("transcript"), row.getString("results"));
    }

    private static ExecutionView view(Row row) {
        String verdict = row.getString("verdict");
        return new ExecutionView(
                new ExecutionId(row.getUUID("id")),
                row.getInteger("position"),
                row.getString("name"),
                row.getString("vars"),
                row.getInteger("repeat"),
                ExecutionStatus.valueOf(row.getString("status")),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getDouble("score"),
                row.getInteger("attempt"),
                duration(row.getLong("duration")),
                row.getString("failure"));
    }

    private static @Nullable Duration duration(@Nullable Long micros) {
        return micros == null ? null : Duration.ofNanos(micros * 1_000);
    }
}
