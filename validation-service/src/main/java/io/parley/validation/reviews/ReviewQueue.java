package io.parley.validation.reviews;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where executions go that people have to decide. */
@ApplicationScoped
public class ReviewQueue {

    private static final String OPEN = """
            insert into reviews
                (workspace_id, run_id, execution_id, attempt, case_name, scored, transcript, results, judged, reviewers)
            select a.workspace_id, a.run_id, a.execution_id, a.attempt, a.case_name, a.scored,
                   a.transcript::json, a.results::json, a.judged::json, coalesce(s.reviewers, 1)
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                as a(workspace_id, run_id, execution_id, attempt, case_name, scored, transcript, results, judged)
            left join review_settings s on s.workspace_id = a.workspace_id
            on conflict (execution_id, attempt) do nothing
            """;

    private final Pool database;
    private final ObjectMapper json;

    ReviewQueue(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Opens a review of every execution whose verdict is UNSURE or that has an assertion of type {@code human}. Once
     * completed, the reviews are committed; those of executions that have one already are left as they are.
     *
     * @param validated what the executions were scored, in their order
     */
    public Uni<Void> open(List<ExecutionCompleted> completed, List<ExecutionValidated> validated) {
        ReviewBatch batch = ReviewBatch.of(completed, validated, json);
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(OPEN).execute(batch.values()).replaceWithVoid();
    }
}
