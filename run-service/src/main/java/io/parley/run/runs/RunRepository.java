package io.parley.run.runs;

import io.parley.contracts.Counts;
import io.parley.contracts.RunId;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads runs. */
@ApplicationScoped
class RunRepository {

    private static final String SELECT = """
            select r.id, r.suite_id, s.name as suite_name, r.revision, r.branch, r.rescored_from, r.retry_of, r.priority, r.repeat,
                   r.case_filter, r.case_tags, r.target_id, r.target_name, r.status,
                   (r.pause::jsonb || jsonb_strip_nulls(jsonb_build_object('nextProbeAt', r.probe_at)))::text as pause,
                   (extract(epoch from r.time_limit) * 1000)::bigint as time_limit, r.token_limit, r.cost_limit, r.tokens, r.cost,
                   r.exhausted,
                   r.total, r.passed, r.failed, r.errored, r.unsure, r.cancelled, r.created_at, r.completed_at
            from runs r join suites s on s.id = r.suite_id
            """;

    private static final String FIND = SELECT + "where r.workspace_id = $1 and r.id = $2";

    private static final String FIND_BY_KEY = SELECT + "where r.workspace_id = $1 and r.idempotency_key = $2";

    private static final String LIST = SELECT + """
            where r.workspace_id = $1
              and ($2::uuid is null or r.suite_id = $2)
              and ($3::text is null or r.status = $3)
              and ($4::uuid is null or r.id < $4)
            order by r.id desc
            limit $5
            """;

    private final Pool database;

    RunRepository(Pool database) {
        this.database = database;
    }

    Uni<Optional<RunView>> find(WorkspaceId workspace, RunId id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, RunRepository::view));
    }

    Uni<Optional<RunView>> findByKey(WorkspaceId workspace, String idempotencyKey) {
        return database.preparedQuery(FIND_BY_KEY)
                .execute(Tuple.of(workspace.value(), idempotencyKey))
                .map(rows -> Rows.first(rows, RunRepository::view));
    }

    /** The newest first. */
    Uni<List<RunView>> list(WorkspaceId workspace, RunFilter filter, Slice slice) {
        UUID before = slice.after(UUID::fromString).orElse(null);
        return database.preparedQuery(LIST)
                .execute(Tuple.of(
                        workspace.value(),
                        filter.suiteId(),
                        filter.status() == null ? null : filter.status().name(),
                        before,
                        slice.rows()))
                .map(rows -> Rows.list(rows, RunRepository::view));
    }

    private static RunView view(Row row) {
        Counts counts = new Counts(
                row.getInteger("total"),
                row.getInteger("passed"),
                row.getInteger("failed"),
                row.getInteger("errored"),
                row.getInteger("unsure"),
                row.getInteger("cancelled"));
        return new RunView(
                new RunId(row.getUUID("id")),
                new SuiteId(row.getUUID("suite_id")),
                row.getString("suite_name"),
                row.getInteger("revision"),
                row.getString("branch"),
                run(row.getUUID("rescored_from")),
                run(row.getUUID("retry_of")),
                new TargetId(row.getUUID("target_id")),
                row.getString("target_name"),
                Priority.valueOf(row.getString("priority")),
                row.getInteger("repeat"),
                row.getString("case_filter"),
                tags(row.getArrayOfStrings("case_tags")),
                RunStatus.valueOf(row.getString("status")),
                row.getString("pause"),
                budget(row),
                new Spent(row.getLong("tokens"), row.getBigDecimal("cost")),
                row.getString("exhausted") == null ? null : Shortage.valueOf(row.getString("exhausted")),
                counts,
                PassRate.of(counts),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("completed_at")));
    }

    private static @Nullable RunId run(@Nullable UUID id) {
        return id == null ? null : new RunId(id);
    }

    private static @Nullable List<String> tags(String @Nullable [] tags) {
        return tags == null ? null : List.of(tags);
    }

    private static @Nullable Budget budget(Row row) {
        Long millis = row.getLong("time_limit");
        Budget budget = new Budget(
                millis == null ? null : Duration.ofMillis(millis),
                row.getLong("token_limit"),
                row.getBigDecimal("cost_limit"));
        return budget.equals(Budget.NONE) ? null : budget;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
