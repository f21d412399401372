package io.parley.run.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class JudgementPatienceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Worker worker = new Worker();
    private final Api api = Api.ofNewWorkspace();

    @Inject
    Pool database;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void an_execution_that_is_judged_is_waited_for_and_the_others_are_not() {
        String run = api.run(2, 2);
        List<ExecutionRequested> requests = worker.take(run, 2);
        ExecutionRequested judged = requests.getFirst();
        ExecutionRequested other = requests.getLast();
        OffsetDateTime later = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(90);

        requests.forEach(worker::complete);
        worker.broker().publish(new JudgementRequested(Worker.completed(judged, null)));

        await().atMost(PATIENCE).until(() -> deadline(judged.executionId()).isAfter(later));
        assertThat(deadline(other.executionId())).isBefore(later);

        requests.forEach(request -> worker.validate(request, Verdict.PASS));
        await().atMost(PATIENCE).until(() -> api.show(run).getString("status").equals("COMPLETED"));
    }

    private OffsetDateTime deadline(ExecutionId execution) {
        return database.preparedQuery("select deadline from executions where id = $1")
                .execute(Tuple.of(execution.value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getOffsetDateTime("deadline");
    }
}
