package io.parley.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.reviews.ReviewQueue;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.Scored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class AgreementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Judge OWL = new Judge("owl", "rubric-1");

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person anna = Person.reviewer(workspace);

    @Inject
    ReviewQueue queue;

    @Inject
    JudgeStanding standing;

    /** As in the example of two graders, PASS and FAIL: 20 and 15 times alike, 5 and 10 times not, kappa is 0.4. */
    @Test
    void a_judge_agrees_with_people_as_far_as_their_decisions_say() {
        decide(20, Verdict.PASS, "PASS");
        decide(5, Verdict.PASS, "FAIL");
        decide(10, Verdict.FAIL, "PASS");
        decide(15, Verdict.FAIL, "FAIL");

        agreement()
                .body("items", hasSize(1))
                .body("items[0].model", equalTo("owl"))
                .body("items[0].prompt", equalTo("rubric-1"))
                .body("items[0].labels", equalTo(50))
                .body("items[0].accuracy", near(0.7))
                .body("items[0].kappa", near(0.4))
                .body("items[0].interval.low", near(0.1511))
                .body("items[0].interval.high", near(0.6489))
                .body("items[0].belowFloor", equalTo(false));
    }

    @Test
    void a_judge_is_below_the_floor_from_twenty_labels_on_and_its_standing_follows() {
        floor(0.6);
        decide(10, Verdict.PASS, "PASS");
        decide(9, Verdict.PASS, "FAIL");
        agreement().body("items.belowFloor", contains(false));

        decide(1, Verdict.FAIL, "FAIL");

        agreement().body("items.belowFloor", contains(true));
        Awaitility.await().atMost(PATIENCE).until(() -> belowFloor().equals(Set.of(OWL)));
        queue(Verdict.UNSURE);
        anna.get("/reviews/{id}", anna.next().getString("id"))
                .body("judgesBelowFloor.model", contains("owl"))
                .body("judgesBelowFloor.prompt", contains("rubric-1"));

        floor(null);
        agreement().body("items.belowFloor", contains(false));
        Awaitility.await().atMost(PATIENCE).until(() -> belowFloor().isEmpty());
    }

    @Test
    void a_judge_that_is_never_sure_agrees_with_nobody() {
        decide(3, Verdict.UNSURE, "PASS");

        agreement()
                .body("items[0].labels", equalTo(3))
                .body("items[0].accuracy", near(0))
                .body("items[0].kappa", near(0));
    }

    @Test
    void one_thing_said_by_all_tells_no_kappa() {
        floor(0.9);
        decide(20, Verdict.PASS, "PASS");

        agreement()
                .body("items[0].accuracy", near(1))
                .body("items[0]", not(hasKey("kappa")))
                .body("items[0].belowFloor", equalTo(false));
    }

    @Test
    void a_decision_that_is_taken_again_replaces_its_label() {
        queue(Verdict.PASS);
        String review = anna.next().getString("id");
        anna.decide(review, "PASS", null).statusCode(200);
        agreement().body("items[0].accuracy", near(1));

        anna.reopen(review, "once more").statusCode(200);
        anna.claimAndDecide(review, "FAIL");

        agreement().body("items[0].labels", equalTo(1)).body("items[0].accuracy", near(0));
    }

    @Test
    void a_workspace_knows_only_its_own_judges() {
        decide(1, Verdict.PASS, "PASS");

        Person.reviewer(TestTokens.newWorkspace())
                .get("/judges/agreement")
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private void decide(int times, Verdict judged, String decided) {
        for (int n = 0; n < times; n++) {
            queue(judged);
            anna.decide(anna.next().getString("id"), decided, null).statusCode(200);
        }
    }

    /** Opens a review of what one judge said so, beside another one that nobody was sure of. */
    private void queue(Verdict judged) {
        AssertionResult[] results = {Scored.result("contains", Verdict.PASS), Scored.judged("owl", judged)};
        Scored scored = Scored.of(workspace, "judged", Verdict.UNSURE, results);
        queue.open(List.of(scored.completed()), List.of(scored.validated()))
                .await()
                .atMost(PATIENCE);
    }

    private Set<Judge> belowFloor() {
        Set<Judge> judges = standing.belowFloor(workspace).await().atMost(PATIENCE);
        assertThat(judges).isSubsetOf(OWL);
        return judges;
    }

    private void floor(@Nullable Double kappa) {
        Map<String, Object> settings = new HashMap<>(Map.of("reviewers", 1));
        if (kappa != null) {
            settings.put("judgeFloor", kappa);
        }
        Person.as(workspace, Access.ADMIN)
                .send("PUT", "/review-settings", settings)
                .statusCode(200);
    }

    /** Numbers of JSON come as {@code float} here. */
    private static Matcher<Float> near(double expected) {
        return new CustomTypeSafeMatcher<>("about " + expected) {
            @Override
            protected boolean matchesSafely(Float value) {
                return Math.abs(value - expected) < 0.0005;
            }
        };
    }

    private ValidatableResponse agreement() {
        return anna.get("/judges/agreement").statusCode(200);
    }
}
