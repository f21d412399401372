package io.parley.validation.agreement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.database.Rows;
import io.parley.validation.agreement.JudgeAgreement.LabelCount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how far judges agree with people. */
@ApplicationScoped
class AgreementRepository {

    private static final String COUNTS = """
            select model, prompt, judged, decided, count(*) as labels,
                   (select judge_floor from review_settings where workspace_id = $1) as floor
            from judge_labels
            where workspace_id = $1
            group by model, prompt, judged, decided
            order by model, prompt
            """;

    private final Pool database;

    AgreementRepository(Pool database) {
        this.database = database;
    }

    /** Every judge of the workspace that has a label, by model and prompt. */
    Uni<List<JudgeAgreement>> list(WorkspaceId workspace) {
        return database.preparedQuery(COUNTS)
                .execute(Tuple.of(workspace.value()))
                .map(AgreementRepository::agreements);
    }

    private static List<JudgeAgreement> agreements(RowSet<Row> rows) {
        @Nullable Double floor =
                Rows.first(rows, row -> row).map(row -> row.getDouble("floor")).orElse(null);
        Map<Judge, List<LabelCount>> counts = Rows.list(rows, AgreementRepository::count).stream()
                .collect(groupingBy(LabelCount::judge, LinkedHashMap::new, toList()));
        return counts.entrySet().stream()
                .map(judge -> JudgeAgreement.of(judge.getKey(), judge.getValue(), floor))
                .toList();
    }

    private static LabelCount count(Row row) {
        return new LabelCount(
                new Judge(row.getString("model"), row.getString("prompt")),
                Verdict.valueOf(row.getString("judged")),
                Verdict.valueOf(row.getString("decided")),
                row.getLong("labels"));
    }
}
