package io.parley.validation.judges;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class JudgementRetentionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String INSERT = """
            insert into judgements (execution_id, attempt, question, workspace_id, run_id, model_id, verdict, confidence,
                                    reason, input_tokens, output_tokens, cost, judged_at)
            values ($1, 1, sha256('question'), $2, $1, $1, 'PASS', 1, 'because', 1, 1, 0, now() - make_interval(days => $3))
            """;

    private final UUID workspace = Ids.next();

    @Inject
    Pool database;

    @Inject
    JudgementRetention retention;

    @Test
    void what_nobody_will_ask_for_again_is_forgotten() {
        UUID recent = judged(30);
        judged(32);

        retention.forget().await().atMost(PATIENCE);

        assertThat(remembered()).containsExactly(recent);
    }

    private UUID judged(int daysAgo) {
        UUID execution = Ids.next();
        var unused = database.preparedQuery(INSERT)
                .execute(Tuple.of(execution, workspace, daysAgo))
                .await()
                .atMost(PATIENCE);
        return execution;
    }

    private List<UUID> remembered() {
        var rows = database.preparedQuery("select execution_id from judgements where workspace_id = $1")
                .execute(Tuple.of(workspace))
                .await()
                .atMost(PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("execution_id"))
                .toList();
    }
}
