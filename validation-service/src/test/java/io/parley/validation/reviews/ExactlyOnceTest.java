package io.parley.validation.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionReviewed;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ExactlyOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final List<ExecutionReviewed> told = new ArrayList<>();
    private TestBroker broker;
    private String published;

    @Inject
    Opened opened;

    @BeforeEach
    void listen() {
        broker = TestBroker.connect();
        published = broker.listen(ExecutionReviewed.class);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void twenty_people_at_once_decide_two_hundred_reviews_once_each() throws Exception {
        List<Scored> scored = Scored.unsure(workspace, 200);
        opened.add(scored);

        List<String> decided = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            List<Future<List<String>>> work = IntStream.range(0, 20)
                    .mapToObj(n -> people.submit(() -> decideAll(Person.reviewer(workspace))))
                    .toList();
            for (Future<List<String>> each : work) {
                decided.addAll(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
        }

        assertThat(decided).hasSize(200).doesNotHaveDuplicates();
        Person.reviewer(workspace).get("/reviews?open=true").body("items", hasSize(0));
        awaitTold(200);
        assertThat(told)
                .extracting(ExecutionReviewed::executionId)
                .containsExactlyInAnyOrderElementsOf(scored.stream()
                        .map(each -> each.completed().executionId())
                        .toList());
        assertThat(told).extracting(ExecutionReviewed::decision).containsOnly(1);
    }

    @Test
    void the_event_says_who_settled_what_and_a_later_decision_has_a_higher_number() {
        Scored scored = Scored.unsure(workspace, 1).getFirst();
        opened.add(List.of(scored));
        Person anna = Person.reviewer(workspace);
        Person boris = Person.reviewer(workspace);
        String review = anna.next().getString("id");

        anna.decide(review, "PASS", "Köln and Cologne").statusCode(200);
        anna.decide(review, "PASS", "Köln and Cologne").statusCode(200);
        boris.reopen(review, "once more").statusCode(200);
        boris.claimAndDecide(review, "FAIL");

        awaitTold(2);
        ExecutionReviewed first = told.getFirst();
        ExecutionId execution = scored.completed().executionId();
        assertThat(first.executionId()).isEqualTo(execution);
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(first.runId()).isEqualTo(scored.completed().runId());
        assertThat(first.verdict()).isEqualTo(Verdict.PASS);
        assertThat(first.reviewer()).isEqualTo(anna.id());
        assertThat(first.comment()).isEqualTo("Köln and Cologne");
        assertThat(first.decision()).isEqualTo(1);
        assertThat(told.get(1).decision()).isEqualTo(2);
        assertThat(told.get(1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(told.get(1).reviewer()).isEqualTo(boris.id());
        assertThat(told.get(1).comment()).isNull();
    }

    @Test
    void a_double_click_on_a_decision_is_one_decision() throws Exception {
        opened.add(Scored.unsure(workspace, 1));
        Person anna = Person.reviewer(workspace);
        String review = anna.next().getString("id");

        try (ExecutorService clicks = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(n -> clicks.submit(
                            () -> anna.decide(review, "PASS", null).extract().statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
            }
        }

        awaitTold(1);
        anna.get("/reviews/{id}", review).body("history", hasSize(1));
    }

    /** Decides and claims until none is left; gives the reviews that this person decided. */
    private static List<String> decideAll(Person person) {
        List<String> decided = new ArrayList<>();
        ExtractableResponse<?> claimed = person.post("/reviews/next").extract();
        String review = claimed.statusCode() == 200 ? claimed.path("id") : null;
        while (review != null) {
            decided.add(review);
            Map<String, String> verdict = Map.of("verdict", decided.size() % 2 == 0 ? "PASS" : "FAIL");
            JsonPath answer = person.send("POST", "/reviews/" + review + "/decide?next=true", verdict)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            review = answer.getString("next.id");
        }
        return decided;
    }

    /** Waits until the broker has brought so many events of this workspace, and not one too many. */
    private void awaitTold(int events) {
        await().atMost(PATIENCE).until(() -> {
            broker.takeAll(published, ExecutionReviewed.class).stream()
                    .filter(event -> event.workspaceId().equals(workspace))
                    .forEach(told::add);
            return told.size() >= events;
        });
        assertThat(told).hasSize(events);
    }
}
