package io.parley.validation.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.Scored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class DoubleReviewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person anna = Person.reviewer(workspace);
    private final Person boris = Person.reviewer(workspace);
    private final Person clara = Person.reviewer(workspace);

    @Inject
    Opened opened;

    @Inject
    Pool database;

    private String review;

    @BeforeEach
    void open() {
        Person.as(workspace, Access.ADMIN)
                .send("PUT", "/review-settings", Map.of("reviewers", 2))
                .statusCode(200);
        opened.add(Scored.unsure(workspace, 1));
        review = anna.next().getString("id");
    }

    @Test
    void two_people_who_agree_settle_a_review_and_neither_sees_the_others_verdict_before() {
        anna.decide(review, "PASS", "sounds right")
                .statusCode(200)
                .body("review.state", equalTo("SECOND"))
                .body("review", not(hasKey("verdict")));

        anna.post("/reviews/next").statusCode(204);
        assertThat(boris.next().getString("id")).isEqualTo(review);
        boris.get("/reviews/{id}", review)
                .body("history.step", contains("FIRST"))
                .body("history[0]", not(hasKey("verdict")))
                .body("history[0]", not(hasKey("comment")));
        anna.get("/reviews/{id}", review).body("history[0].verdict", equalTo("PASS"));

        boris.decide(review, "PASS", null)
                .body("review.state", equalTo("SETTLED"))
                .body("review.verdict", equalTo("PASS"));
        clara.get("/reviews/{id}", review)
                .body("history.verdict", contains("PASS", "PASS"))
                .body("history[0].comment", equalTo("sounds right"));
    }

    @Test
    void a_third_person_adjudicates_what_two_dispute() {
        anna.decide(review, "PASS", null).statusCode(200);
        boris.claimAndDecide(review, "FAIL");

        clara.get("/reviews/{id}", review)
                .body("state", equalTo("DISPUTED"))
                .body("history.verdict", contains("PASS", "FAIL"));
        anna.post("/reviews/next").statusCode(204);
        boris.post("/reviews/next").statusCode(204);
        anna.decide(review, "PASS", null).statusCode(200).body("review.state", equalTo("DISPUTED"));
        clara.claimAndDecide(review, "FAIL");

        clara.get("/reviews/{id}", review)
                .body("state", equalTo("SETTLED"))
                .body("verdict", equalTo("FAIL"))
                .body("history.step", contains("FIRST", "SECOND", "ADJUDICATION"))
                .body(
                        "history.person",
                        contains(
                                anna.id().toString(),
                                boris.id().toString(),
                                clara.id().toString()));
    }

    @Test
    void what_was_opened_keeps_its_number_of_reviewers_until_it_is_opened_again() {
        Person.as(workspace, Access.ADMIN)
                .send("PUT", "/review-settings", Map.of("reviewers", 1))
                .statusCode(200);

        anna.decide(review, "PASS", null).body("review.state", equalTo("SECOND"));
        boris.claimAndDecide(review, "PASS");
        anna.reopen(review, "once more").statusCode(200).body("reviewers", equalTo(1));

        clara.claimAndDecide(review, "FAIL");
        clara.get("/reviews/{id}", review).body("state", equalTo("SETTLED"));
    }

    @Test
    void the_schema_itself_refuses_steps_that_are_not_legal() {
        anna.decide(review, "PASS", null).statusCode(200);

        for (String illegal : List.of(
                "update reviews set state = 'OPEN' where id = $1",
                "update reviews set state = 'SETTLED' where id = $1",
                "update reviews set round = round + 1 where id = $1",
                "update reviews set reviewers = 1 where id = $1",
                "insert into review_history (review_id, round, step, workspace_id, person, verdict)"
                        + " select review_id, round, 'SECOND', workspace_id, person, verdict from review_history where review_id = $1",
                "insert into review_history (review_id, round, step, workspace_id, person, verdict)"
                        + " select review_id, round, 'FIRST', workspace_id, uuidv7(), verdict from review_history where review_id = $1")) {
            assertThatThrownBy(() -> database.preparedQuery(illegal)
                            .execute(Tuple.of(UUID.fromString(review)))
                            .await()
                            .atMost(PATIENCE))
                    .as(illegal)
                    .hasMessageMatching(
                            "(?s).*(cannot become|reopened, and only then|violates (check|unique) constraint|duplicate key).*");
        }
    }
}
