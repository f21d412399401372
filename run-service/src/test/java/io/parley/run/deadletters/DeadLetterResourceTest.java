package io.parley.run.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parley.contracts.Queues;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class DeadLetterResourceTest {

    private static final String QUEUE = Queues.RUN_TRANSCRIPTS.name();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api operator = Api.as(TestTokens.newWorkspace(), Access.OWNER, Access.OPERATOR);

    @Test
    void the_operator_sees_dead_letters_and_replays_them() {
        try (TestBroker broker = TestBroker.connect()) {
            int all = Math.toIntExact(broker.deadLetters(Queues.RUN_TRANSCRIPTS)) + 1;
            broker.publish(Queues.RUN_TRANSCRIPTS.routingKey(), "{\"not\": \"readable\"");
            Awaitility.await().atMost(PATIENCE).until(() -> broker.deadLetters(Queues.RUN_TRANSCRIPTS) == all);

            operator.get("/admin/dead-letters")
                    .statusCode(200)
                    .body("items.find { it.queue == '" + QUEUE + "' }.messages", equalTo(all));
            operator.get("/admin/dead-letters/" + QUEUE)
                    .statusCode(200)
                    .body("items.body", hasItem("{\"not\": \"readable\""));
            operator.post("/admin/dead-letters/" + QUEUE + "/replay", "")
                    .statusCode(200)
                    .body("queue", equalTo(QUEUE))
                    .body("replayed", equalTo(all));

            // still unreadable, so it comes back
            Awaitility.await().atMost(PATIENCE).until(() -> broker.deadLetters(Queues.RUN_TRANSCRIPTS) == all);
            assertThat(broker.waiting(Queues.RUN_TRANSCRIPTS)).isZero();
        }
    }

    @Test
    void a_queue_that_does_not_exist_is_not_found() {
        operator.get("/admin/dead-letters/nothing").statusCode(404).body("code", equalTo("queue-not-found"));
        operator.post("/admin/dead-letters/nothing/replay", "").statusCode(404);
    }

    @Test
    void an_owner_who_is_not_the_operator_sees_none() {
        Api owner = Api.as(TestTokens.newWorkspace(), Access.OWNER);

        owner.get("/admin/dead-letters").statusCode(403);
        owner.get("/admin/dead-letters/" + QUEUE).statusCode(403);
        owner.post("/admin/dead-letters/" + QUEUE + "/replay", "").statusCode(403);
    }
}
