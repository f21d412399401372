package io.parley.validation.judges;

import io.parley.contracts.RunId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What judging cost, by model. */
@ApplicationScoped
class JudgeCostRepository {

    private static final String COSTS = """
            select model_id, max(name) as name, sum(judgements)::bigint as judgements,
                   sum(input_tokens)::bigint as input_tokens, sum(output_tokens)::bigint as output_tokens,
                   trim_scale(sum(cost)) as cost
            from judge_costs
            where workspace_id = $1 and ($2::uuid is null or run_id = $2)
            group by model_id
            order by name, model_id
            """;

    private final Pool database;

    JudgeCostRepository(Pool database) {
        this.database = database;
    }

    /** Of one run, or of all runs of the workspace. */
    Uni<List<ModelCosts>> of(WorkspaceId workspace, @Nullable RunId run) {
        return database.preparedQuery(COSTS)
                .execute(Tuple.of(workspace.value(), run == null ? null : run.value()))
                .map(rows -> Rows.list(rows, JudgeCostRepository::read));
    }

    private static ModelCosts read(Row row) {
        return new ModelCosts(
                row.getUUID("model_id"),
                row.getString("name"),
                row.getLong("judgements"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getBigDecimal("cost"));
    }
}
