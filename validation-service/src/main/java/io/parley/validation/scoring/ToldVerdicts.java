package io.parley.validation.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.platform.database.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The verdicts that took a model, of each execution and attempt the first. A model may say something else when it is asked
 * again; so whoever hears of a verdict, and however often, hears the same.
 */
@ApplicationScoped
class ToldVerdicts {

    /** Far longer than anything waits to be delivered again. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int AT_ONCE = 5_000;

    private static final String FIND = """
            select told from told_verdicts where workspace_id = $1 and execution_id = $2 and attempt = $3
            """;

    private static final String KEEP = """
            insert into told_verdicts (workspace_id, execution_id, attempt, told)
            values ($1, $2, $3, $4)
            on conflict (execution_id, attempt) do update set told = told_verdicts.told
            returning told
            """;

    private static final String FORGET = """
            delete from told_verdicts where ctid = any (array(
                select ctid from told_verdicts where told_at < now() - make_interval(secs => $1) limit $2))
            """;

    private final Pool database;
    private final ObjectMapper json;

    ToldVerdicts(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The verdict that was found before, if there is one. */
    Uni<Optional<ExecutionValidated>> find(ExecutionCompleted completed) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(
                        completed.workspaceId().value(), completed.executionId().value(), completed.attempt()))
                .map(rows -> Rows.first(rows, row -> verdict(row.getString("told"))));
    }

    /** Keeps a verdict; answers the one that counts, which is another one if somebody was faster. */
    Uni<ExecutionValidated> keep(ExecutionValidated verdict) {
        return database.preparedQuery(KEEP)
                .execute(Tuple.of(
                        verdict.workspaceId().value(), verdict.executionId().value(), verdict.attempt(), text(verdict)))
                .map(rows -> verdict(rows.iterator().next().getString("told")));
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return database.preparedQuery(FORGET)
                .execute(Tuple.of((double) KEPT.toSeconds(), AT_ONCE))
                .replaceWithVoid();
    }

    private String text(ExecutionValidated verdict) {
        try {
            return json.writeValueAsString(verdict);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a verdict is written to the broker in the same way", impossible);
        }
    }

    private ExecutionValidated verdict(String text) {
        try {
            return json.readValue(text, ExecutionValidated.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a verdict is read from the broker in the same way", impossible);
        }
    }
}
