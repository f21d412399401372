package io.parley.run.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores targets, their secrets sealed. */
@ApplicationScoped
class TargetRepository {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String COLUMNS = """
            id, name, url, method, headers::text as headers, body, answer, max_concurrency, requests_per_second, requests_per_minute, tokens_per_minute, down_after, \
            sealed_secrets::text as sealed_secrets, reports::text as reports, created_at, updated_at
            """;

    private static final String INSERT = """
            insert into targets (workspace_id, id, name, url, method, headers, body, answer,
                                 max_concurrency, requests_per_second, sealed_secrets, reports, down_after, requests_per_minute,
                                 tokens_per_minute)
            values ($1, $2, $3, $4, $5, $6::text::json, $7, $8, $9, $10, $11::text::json, $12::text::json, $13, $14, $15)
            returning\s""" + COLUMNS;

    private static final String UPDATE = """
            update targets
            set name = $3, url = $4, method = $5, headers = $6::text::json, body = $7, answer = $8,
                max_concurrency = $9, requests_per_second = $10, sealed_secrets = $11::text::json,
                reports = $12::text::json, down_after = $13,
                requests_per_minute = $14, tokens_per_minute = $15, updated_at = now()
            where workspace_id = $1 and id = $2
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from targets where workspace_id = $1 and id = $2";

    private static final String FIND_NAMED =
            "select " + COLUMNS + " from targets where workspace_id = $1 and name = $2";

    private static final String LIST = "select " + COLUMNS + """
             from targets
            where workspace_id = $1 and ($2::text is null or name > $2)
            order by name
            limit $3
            """;

    private static final String DELETE = "delete from targets where workspace_id = $1 and id = $2 returning id";

    private final Pool database;
    private final ObjectMapper json;

    TargetRepository(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Uni<StoredTarget> insert(WorkspaceId workspace, HttpTarget target) {
        return write(INSERT, workspace, target).map(Optional::orElseThrow);
    }

    Uni<Optional<StoredTarget>> update(WorkspaceId workspace, HttpTarget target) {
        return write(UPDATE, workspace, target);
    }

    Uni<Optional<StoredTarget>> find(WorkspaceId workspace, TargetId id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, this::read));
    }

    Uni<Optional<StoredTarget>> find(WorkspaceId workspace, String name) {
        return database.preparedQuery(FIND_NAMED)
                .execute(Tuple.of(workspace.value(), name))
                .map(rows -> Rows.first(rows, this::read));
    }

    Uni<List<StoredTarget>> list(WorkspaceId workspace, Slice slice) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(workspace.value(), slice.after(), slice.rows()))
                .map(rows -> Rows.list(rows, this::read));
    }

    Uni<Optional<TargetId>> delete(WorkspaceId workspace, TargetId id) {
        return database.preparedQuery(DELETE)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(rows -> Rows.first(rows, row -> new TargetId(row.getUUID("id"))));
    }

    private Uni<Optional<StoredTarget>> write(String statement, WorkspaceId workspace, HttpTarget target) {
        Tuple values = Tuple.tuple()
                .addUUID(workspace.value())
                .addUUID(target.id().value())
                .addString(target.name())
                .addString(target.url())
                .addString(target.method())
                .addString(text(target.headers()))
                .addString(target.body())
                .addString(target.answer())
                .addInteger(target.limits().maxConcurrency())
                .addDouble(target.limits().requestsPerSecond())
                .addString(text(target.sealedSecrets()))
                .addString(target.reports() == null ? null : text(target.reports()))
                .addInteger(target.limits().downAfter())
                .addDouble(target.limits().requestsPerMinute())
                .addLong(target.limits().tokensPerMinute());
        return database.preparedQuery(statement)
                .execute(values)
                .map(rows -> Rows.first(rows, this::read))
                .onFailure(TargetRepository::isNameTaken)
                .transform(taken -> TargetProblems.NAME_TAKEN.problem());
    }

    private static boolean isNameTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private StoredTarget read(Row row) {
        HttpTarget target = new HttpTarget(
                new TargetId(row.getUUID("id")),
                row.getString("name"),
                row.getString("url"),
                row.getString("method"),
                texts(row.getString("headers")),
                row.getString("body"),
                row.getString("answer"),
                new Limits(
                        row.getInteger("max_concurrency"),
                        row.getDouble("requests_per_second"),
                        row.getDouble("requests_per_minute"),
                        row.getLong("tokens_per_minute"),
                        row.getInteger("down_after")),
                texts(row.getString("sealed_secrets")),
                row.getString("reports") == null ? null : texts(row.getString("reports")));
        return new StoredTarget(
                target,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private String text(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that are no JSON", impossible);
        }
    }

    private Map<String, String> texts(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored target is damaged", damaged);
        }
    }
}
