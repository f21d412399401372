package io.parley.run.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.SuiteId;
import io.parley.contracts.Target;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.platform.pages.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores targets of every kind in the form in which they go to a worker, their secrets sealed. */
@ApplicationScoped
class TargetRepository {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String COLUMNS = "definition::text as definition, created_at, updated_at";

    private static final String INSERT = """
            insert into targets (workspace_id, id, name, definition) values ($1, $2, $3, $4::text::json)
            returning\s""" + COLUMNS;

    private static final String UPDATE = """
            update targets set name = $3, definition = $4::text::json, updated_at = now()
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

    private static final String LOCK_NAMED = """
            select definition::text as definition, defined_by from targets where workspace_id = $1 and name = $2 for update
            """;

    private static final String DEFINE = """
            insert into targets (workspace_id, id, name, definition, defined_by) values ($1, $2, $3, $4::text::json, $5)
            on conflict (id) do update set definition = excluded.definition, updated_at = now()
            """;

    private final Pool database;
    private final ObjectMapper json;

    TargetRepository(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Uni<StoredTarget> insert(WorkspaceId workspace, LiveTarget target) {
        return write(INSERT, workspace, target).map(Optional::orElseThrow);
    }

    Uni<Optional<StoredTarget>> update(WorkspaceId workspace, LiveTarget target) {
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

    /** The target of this name, which nobody else changes until the transaction ends. */
    Uni<Optional<NamedTarget>> lockNamed(SqlConnection transaction, WorkspaceId workspace, String name) {
        return transaction
                .preparedQuery(LOCK_NAMED)
                .execute(Tuple.of(workspace.value(), name))
                .map(rows -> Rows.first(rows, this::named));
    }

    /** Stores what a suite defines, in place of what it defined before. */
    Uni<Void> define(SqlConnection transaction, WorkspaceId workspace, SuiteId suite, LiveTarget target) {
        return refusingTakenNames(transaction
                        .preparedQuery(DEFINE)
                        .execute(Tuple.of(
                                workspace.value(),
                                target.id().value(),
                                target.name(),
                                definition(target),
                                suite.value())))
                .replaceWithVoid();
    }

    private Uni<Optional<StoredTarget>> write(String statement, WorkspaceId workspace, LiveTarget target) {
        return refusingTakenNames(database.preparedQuery(statement)
                        .execute(Tuple.of(workspace.value(), target.id().value(), target.name(), definition(target))))
                .map(rows -> Rows.first(rows, this::read));
    }

    private static Uni<RowSet<Row>> refusingTakenNames(Uni<RowSet<Row>> written) {
        return written.onFailure(TargetRepository::isNameTaken).transform(taken -> TargetProblems.NAME_TAKEN.problem());
    }

    private static boolean isNameTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private NamedTarget named(Row row) {
        UUID definedBy = row.getUUID("defined_by");
        return new NamedTarget(target(row.getString("definition")), definedBy == null ? null : new SuiteId(definedBy));
    }

    private StoredTarget read(Row row) {
        return new StoredTarget(
                target(row.getString("definition")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private String definition(LiveTarget target) {
        try {
            return json.writerFor(Target.class).writeValueAsString(target);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a target that is no JSON", impossible);
        }
    }

    private LiveTarget target(String definition) {
        try {
            return (LiveTarget) json.readValue(definition, Target.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored target is damaged", damaged);
        }
    }
}
