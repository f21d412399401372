package io.parley.worker.echo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Capture;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.Limits;
import io.parley.contracts.TargetId;
import io.parley.contracts.Turn;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.worker.testing.Requests;
import io.parley.worker.testing.Results;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingResource.class)
class EchoDriverTest {

    private final Results results = new Results();

    @AfterEach
    void disconnect() {
        results.close();
    }

    @Test
    void what_was_said_is_the_answer_and_can_be_captured() {
        Turn first = new Turn("hello {{ name }}", List.of(), Map.of("heard", new Capture("$.message")));
        Turn second = new Turn("I heard {{ heard }}", List.of(), Map.of());

        ExecutionCompleted result = results.of(Requests.request(
                new EchoTarget(new TargetId(Ids.next()), "echo", new Limits(1, null)),
                Requests.conversation(Duration.ofSeconds(5), Map.of("name", "you"), List.of(first, second))));

        assertThat(result.transcript().failure()).isNull();
        assertThat(result.transcript().exchanges())
                .extracting(Exchange::answer)
                .containsExactly("hello you", "I heard hello you");
    }
}
