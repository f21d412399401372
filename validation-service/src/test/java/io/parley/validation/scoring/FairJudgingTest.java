package io.parley.validation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.JudgementRequested;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.StubModel;
import io.parley.validation.testing.StubModel.Line;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose executions are judged when there are too many of somebody's. */
@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class FairJudgingTest extends WithJudges {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 1_000;

    @Test
    void a_thousand_executions_of_one_workspace_keep_five_of_another_from_nothing() {
        CompletableFuture<Void> released = new CompletableFuture<>();
        Line held = request -> {
            var unused = released.thenRun(() -> YES.accept(request));
        };
        register("judge", Map.of("limits", Map.of("maxConcurrency", 64)), held);
        Person other = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        StubModel quick = StubModel.scripted(vertx, YES);
        stubs.add(quick);
        other.send("POST", "/models", model("judge", quick.url(), Map.of())).statusCode(201);
        List<ExecutionCompleted> many = IntStream.range(0, MANY)
                .mapToObj(n -> answer().turn("answer " + n, RUBRIC).event())
                .toList();
        List<ExecutionCompleted> few = IntStream.range(0, 5)
                .mapToObj(n -> new Completed()
                        .of(other.workspace())
                        .turn("answer " + n, RUBRIC)
                        .event())
                .toList();

        many.forEach(completed -> broker.publish(new JudgementRequested(completed)));
        few.forEach(broker::publish);

        await().atMost(PATIENCE).until(() -> allReceived(few));
        assertThat(many).noneMatch(completed -> received(completed.executionId()));
        released.complete(null);
        await().atMost(Duration.ofMinutes(2)).until(() -> allReceived(many));
    }

    private boolean allReceived(List<ExecutionCompleted> executions) {
        return executions.stream().allMatch(completed -> received(completed.executionId()));
    }
}
