package io.parley.validation.settings;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the settings of workspaces. */
@ApplicationScoped
class ReviewSettingsRepository {

    private static final String FIND = "select reviewers, judge_floor from review_settings where workspace_id = $1";

    private static final String STORE = """
            insert into review_settings (workspace_id, reviewers, judge_floor, updated_by) values ($1, $2, $3, $4)
            on conflict (workspace_id) do update
            set reviewers = excluded.reviewers, judge_floor = excluded.judge_floor,
                updated_by = excluded.updated_by, updated_at = now()
            """;

    private final Pool database;

    ReviewSettingsRepository(Pool database) {
        this.database = database;
    }

    Uni<Optional<ReviewSettings>> find(WorkspaceId workspace) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> Rows.first(rows, ReviewSettingsRepository::settings));
    }

    Uni<Void> store(WorkspaceId workspace, ReviewSettings settings, UUID by) {
        BigDecimal floor = settings.judgeFloor();
        return database.preparedQuery(STORE)
                .execute(Tuple.of(
                        workspace.value(), settings.reviewers(), floor == null ? null : floor.doubleValue(), by))
                .replaceWithVoid();
    }

    private static ReviewSettings settings(Row row) {
        Double floor = row.getDouble("judge_floor");
        return new ReviewSettings(row.getInteger("reviewers"), floor == null ? null : BigDecimal.valueOf(floor));
    }
}
