package io.parley.validation.models;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores models, their keys sealed. */
@ApplicationScoped
class ModelRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String COLUMNS = """
            id, workspace_id, name, base_url, model, sealed_key, input_price, output_price, max_concurrency, timeout_ms, \
            budget_cost, budget_tokens, reuse_seconds, created_at, updated_at
            """;

    private static final String INSERT = """
            insert into models (workspace_id, id, name, base_url, model, sealed_key, input_price, output_price,
                                max_concurrency, timeout_ms, budget_cost, budget_tokens, reuse_seconds)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            returning\s""" + COLUMNS;

    private static final String UPDATE = """
            update models
            set name = $3, base_url = $4, model = $5, sealed_key = $6, input_price = $7, output_price = $8,
                max_concurrency = $9, timeout_ms = $10, budget_cost = $11, budget_tokens = $12, reuse_seconds = $13,
                updated_at = now()
            where workspace_id = $1 and id = $2
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from models where workspace_id = $1 and id = $2";

    private static final String FIND_NAMED = "select " + COLUMNS + " from models where workspace_id = $1 and name = $2";

    private static final String LIST = "select " + COLUMNS + " from models where workspace_id = $1 order by name";

    private static final String DELETE = "delete from models where workspace_id = $1 and id = $2 returning id";

    private final Pool database;

    ModelRepository(Pool database) {
        this.database = database;
    }

    Uni<StoredModel> insert(Model model) {
        return write(INSERT, model).map(Optional::orElseThrow);
    }

    Uni<Optional<StoredModel>> update(Model model) {
        return write(UPDATE, model);
    }

    Uni<Optional<StoredModel>> find(WorkspaceId workspace, UUID id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> Rows.first(rows, ModelRepository::read));
    }

    Uni<Optional<StoredModel>> find(WorkspaceId workspace, String name) {
        return database.preparedQuery(FIND_NAMED)
                .execute(Tuple.of(workspace.value(), name))
                .map(rows -> Rows.first(rows, ModelRepository::read));
    }

    /** All of them: a workspace has a handful. */
    Uni<List<StoredModel>> list(WorkspaceId workspace) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> Rows.list(rows, ModelRepository::read));
    }

    /** Whether there was one. */
    Uni<Boolean> delete(WorkspaceId workspace, UUID id) {
        return database.preparedQuery(DELETE)
                .execute(Tuple.of(workspace.value(), id))
                .map(rows -> rows.rowCount() > 0);
    }

    private Uni<Optional<StoredModel>> write(String statement, Model model) {
        Duration reuse = model.reuseFor();
        Tuple values = Tuple.tuple()
                .addUUID(model.workspaceId().value())
                .addUUID(model.id())
                .addString(model.name())
                .addString(model.endpoint().baseUrl())
                .addString(model.endpoint().model())
                .addString(model.endpoint().sealedKey())
                .addBigDecimal(model.prices().input())
                .addBigDecimal(model.prices().output())
                .addInteger(model.maxConcurrency())
                .addInteger((int) model.timeout().toMillis())
                .addBigDecimal(model.budget().cost())
                .addLong(model.budget().tokens())
                .addInteger(reuse == null ? null : (int) reuse.toSeconds());
        return database.preparedQuery(statement)
                .execute(values)
                .map(rows -> Rows.first(rows, ModelRepository::read))
                .onFailure(ModelRepository::isNameTaken)
                .transform(taken -> ModelProblems.NAME_TAKEN.problem());
    }

    private static boolean isNameTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static StoredModel read(Row row) {
        @Nullable Integer reuse = row.getInteger("reuse_seconds");
        Model model = new Model(
                row.getUUID("id"),
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getString("name"),
                new Model.Endpoint(row.getString("base_url"), row.getString("model"), row.getString("sealed_key")),
                new Prices(row.getBigDecimal("input_price"), row.getBigDecimal("output_price")),
                row.getInteger("max_concurrency"),
                Duration.ofMillis(row.getInteger("timeout_ms")),
                new Budget(row.getBigDecimal("budget_cost"), row.getLong("budget_tokens")),
                reuse == null ? null : Duration.ofSeconds(reuse));
        return new StoredModel(
                model,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
