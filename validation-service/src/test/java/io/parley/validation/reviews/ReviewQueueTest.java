package io.parley.validation.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.Checks;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestBroker;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.Scored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ReviewQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person reader = Person.reviewer(workspace);

    @Inject
    Opened opened;

    @Test
    void an_unsure_execution_is_in_the_queue_before_its_verdict_is_told_and_a_clear_one_never_is() {
        ExecutionCompleted unsure =
                Scored.of(workspace, "nothing expected", Verdict.UNSURE).completed();
        ExecutionCompleted clear =
                withCheck(Scored.of(workspace, "clear", Verdict.PASS).completed());
        try (TestBroker broker = TestBroker.connect()) {
            String published = broker.listen(ExecutionValidated.class);
            List<ExecutionValidated> verdicts = new ArrayList<>();

            Stream.of(clear, unsure, unsure).forEach(broker::publish);

            await().atMost(PATIENCE).until(() -> {
                verdicts.addAll(broker.takeAll(published, ExecutionValidated.class));
                return verdicts.size() == 3;
            });
            assertThat(verdicts)
                    .extracting(ExecutionValidated::verdict)
                    .containsExactlyInAnyOrder(Verdict.PASS, Verdict.UNSURE, Verdict.UNSURE);
        }
        reader.get("/reviews")
                .statusCode(200)
                .body("items.executionId", contains(unsure.executionId().toString()))
                .body("items[0].case", equalTo("nothing expected"))
                .body("items[0].scored", equalTo("UNSURE"))
                .body("items[0].state", equalTo("OPEN"));
    }

    @Test
    void whatever_a_person_was_asked_for_goes_to_people_also_if_it_failed_otherwise() {
        open(
                Scored.of(workspace, "failed", Verdict.FAIL, Scored.result("contains", Verdict.FAIL)),
                Scored.of(
                        workspace,
                        "asked for",
                        Verdict.FAIL,
                        Scored.result("contains", Verdict.FAIL),
                        Scored.result("human", Verdict.UNSURE)),
                Scored.of(workspace, "broke off", Verdict.ERROR, Scored.result("human", Verdict.ERROR)));

        reader.get("/reviews").body("items.case", containsInAnyOrder("asked for", "broke off"));
    }

    @Test
    void a_second_delivery_leaves_what_people_have_done() {
        Scored scored = Scored.unsure(workspace, 1).getFirst();
        open(scored);
        String review = reader.next().getString("id");
        reader.decide(review, "PASS", null).statusCode(200);

        open(scored, scored);

        reader.get("/reviews").body("items", hasSize(1)).body("items[0].state", equalTo("SETTLED"));
    }

    @Test
    void a_review_shows_the_transcript_and_what_every_judge_said() {
        open(Scored.of(workspace, "judged", Verdict.UNSURE, Scored.judged("owl", Verdict.UNSURE)));

        Person.as(workspace, "viewer")
                .get("/reviews/{id}", reader.next().getString("id"))
                .statusCode(200)
                .body("transcript.exchanges[0].answer", equalTo("Ask \u0000 again 😀"))
                .body("results[0].evidence.judges[0].model", equalTo("owl"))
                .body("results[0].evidence.judges[0].reason", equalTo("it sounds so"))
                .body("history", hasSize(0))
                .body("holder", equalTo(reader.id().toString()));
    }

    private static ExecutionCompleted withCheck(ExecutionCompleted completed) {
        return new ExecutionCompleted(
                completed.executionId(),
                completed.attempt(),
                completed.runId(),
                completed.workspaceId(),
                completed.targetId(),
                completed.caseName(),
                completed.transcript(),
                new Checks(List.of(List.of(Map.of("contains", "Ask"))), List.of(), null));
    }

    private void open(Scored... scored) {
        opened.add(List.of(scored));
    }
}
