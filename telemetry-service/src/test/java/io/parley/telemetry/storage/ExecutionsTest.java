package io.parley.telemetry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.Checks;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.contracts.Transcript;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.TestBroker;
import io.parley.telemetry.testing.Lines;
import io.parley.telemetry.testing.Sender;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class ExecutionsTest {

    private final Sender sender = Sender.ofNewWorkspace();

    @Test
    void the_timings_of_an_execution_are_an_event_of_its_target_once_per_attempt() {
        ExecutionId execution = new ExecutionId(Ids.next());
        TargetId target = new TargetId(Ids.next());

        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(completed(execution, 1, target));
            broker.publish(completed(execution, 1, target));
            broker.publish(completed(execution, 2, target));
            broker.publish(completed(new ExecutionId(Ids.next()), 1, target));
        }

        await().untilAsserted(
                        () -> assertThat(sender.counted("execution.completed")).isEqualTo(3));
        sender.events("?sessionId=" + execution + "&subjectId=target:" + target)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].type", equalTo("execution.completed"))
                .body("items[0].subjectId", equalTo("target:" + target))
                .body("items[0].payload.durationMs", equalTo(700))
                .body("items[0].payload.turns", equalTo(List.of(300, 350)));
    }

    @Test
    void a_conversation_that_was_only_given_back_is_no_event() {
        ExecutionId execution = new ExecutionId(Ids.next());
        ExecutionCompleted held = completed(execution, 1, new TargetId(Ids.next()));

        try (TestBroker broker = TestBroker.connect()) {
            broker.publish(new ExecutionCompleted(
                    new ExecutionId(Ids.next()),
                    1,
                    held.runId(),
                    held.workspaceId(),
                    held.targetId(),
                    held.caseName(),
                    held.transcript(),
                    held.checks(),
                    true,
                    1));
            broker.publish(held);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(sender.counted("execution.completed")).isEqualTo(1));
        sender.events("?sessionId=" + execution).then().statusCode(200).body("items", hasSize(1));
    }

    private ExecutionCompleted completed(ExecutionId execution, int attempt, TargetId target) {
        Exchange first = new Exchange("hello", "hi", 200, Duration.ofMillis(300), 1);
        Exchange second = new Exchange("bye", "see you", 200, Duration.ofMillis(350), 1);
        return new ExecutionCompleted(
                execution,
                attempt,
                new RunId(Ids.next()),
                sender.workspace(),
                target,
                "case",
                new Transcript(Instant.now(), Duration.ofMillis(700), List.of(first, second), null),
                new Checks(List.of(List.of(), List.of()), List.of(), null));
    }
}
