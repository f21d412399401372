package io.parley.validation.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Verdict;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.parley.validation.testing.Scored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ReviewResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WorkspaceId workspace = TestTokens.newWorkspace();
    private final Person anna = Person.reviewer(workspace);
    private final Person boris = Person.reviewer(workspace);

    @Inject
    Opened opened;

    @Inject
    Pool database;

    @Test
    void the_oldest_review_comes_first_and_each_to_one_person() {
        opened.add(Scored.unsure(workspace, 2));

        JsonPath first = anna.next();
        JsonPath second = boris.next();

        assertThat(first.getString("case")).isEqualTo("case 0");
        assertThat(second.getString("case")).isEqualTo("case 1");
        Person.reviewer(workspace).post("/reviews/next").statusCode(204);
    }

    @Test
    void who_asks_again_gets_the_same_review_again() {
        opened.add(Scored.unsure(workspace, 2));

        assertThat(anna.next().getString("id")).isEqualTo(anna.next().getString("id"));
    }

    @Test
    void a_decision_settles_the_review_and_brings_the_next_one_if_asked_to() {
        opened.add(Scored.unsure(workspace, 2));
        String first = anna.next().getString("id");

        JsonPath decided = anna.send(
                        "POST",
                        "/reviews/" + first + "/decide?next=true",
                        Map.of("verdict", "PASS", "comment", "as it should be"))
                .statusCode(200)
                .body("review.state", equalTo("SETTLED"))
                .body("review.verdict", equalTo("PASS"))
                .body("review", not(hasKey("holder")))
                .body("next.case", equalTo("case 1"))
                .body("next.holder", equalTo(anna.id().toString()))
                .extract()
                .jsonPath();

        anna.send("POST", "/reviews/" + decided.getString("next.id") + "/decide?next=true", Map.of("verdict", "FAIL"))
                .statusCode(200)
                .body("$", not(hasKey("next")));
        anna.get("/reviews/{id}", first)
                .body("history.person", contains(anna.id().toString()))
                .body("history.step", contains("FIRST"))
                .body("history.verdict", contains("PASS"))
                .body("history.comment", contains("as it should be"));
    }

    @Test
    void the_same_decision_sent_again_changes_nothing_and_another_one_is_refused() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");
        anna.decide(review, "PASS", null).statusCode(200);

        anna.decide(review, "PASS", null).statusCode(200).body("review.verdict", equalTo("PASS"));
        anna.decide(review, "FAIL", null).statusCode(409).body("code", equalTo("review-decided"));

        anna.get("/reviews/{id}", review).body("history", hasSize(1));
    }

    @Test
    void who_has_not_the_lease_is_told_why_not() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");

        boris.decide(review, "PASS", null).statusCode(409).body("code", equalTo("review-taken"));
        boris.post("/reviews/{id}/renew", review).statusCode(409).body("code", equalTo("review-taken"));
        boris.post("/reviews/{id}/release", review).statusCode(409).body("code", equalTo("review-taken"));

        lapse(review);
        anna.decide(review, "PASS", null).statusCode(409).body("code", equalTo("review-lease-lost"));
        anna.post("/reviews/{id}/renew", review).statusCode(409).body("code", equalTo("review-lease-lost"));

        assertThat(boris.next().getString("id")).isEqualTo(review);
        anna.decide(review, "PASS", null).statusCode(409).body("code", equalTo("review-taken"));
        boris.decide(review, "FAIL", null).statusCode(200);
        anna.decide(review, "PASS", null).statusCode(409).body("code", equalTo("review-settled"));
    }

    @Test
    void a_lease_is_renewed_for_a_quarter_of_an_hour_and_given_back() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");
        execute("update reviews set claimed_until = now() + interval '5 seconds' where id = $1", review);

        anna.post("/reviews/{id}/renew", review)
                .statusCode(200)
                .body("holder", equalTo(anna.id().toString()));
        assertThat(database.preparedQuery(
                                "select claimed_until - now() > interval '14 minutes' as long from reviews where id = $1")
                        .execute(Tuple.of(UUID.fromString(review)))
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getBoolean("long"))
                .isTrue();

        anna.post("/reviews/{id}/release", review).statusCode(200).body("$", not(hasKey("holder")));
        assertThat(boris.next().getString("id")).isEqualTo(review);
    }

    @Test
    void a_lease_that_has_ended_is_taken_away_and_counted() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");
        double before = metric("parley_reviews_leases_expired_total");

        lapse(review);

        Awaitility.await().atMost(PATIENCE).until(() -> metric("parley_reviews_leases_expired_total") > before);
        anna.get("/reviews/{id}", review).body("$", not(hasKey("holder")));
        assertThat(metric("parley_reviews_open")).isPositive();
    }

    @Test
    void a_reopened_review_is_decided_again_and_remembers_what_it_was() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");
        anna.reopen(review, "once more").statusCode(409).body("code", equalTo("review-not-settled"));
        anna.decide(review, "PASS", null).statusCode(200);

        boris.reopen(review, "look at turn 2")
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("round", equalTo(2))
                .body("$", not(hasKey("verdict")));
        anna.claimAndDecide(review, "FAIL");

        anna.get("/reviews/{id}", review)
                .body("verdict", equalTo("FAIL"))
                .body("history.step", contains("FIRST", "REOPENING", "FIRST"))
                .body("history.round", contains(1, 1, 2))
                .body("history[1].comment", equalTo("look at turn 2"));
        anna.reopen(review, "once more").statusCode(200);
    }

    @Test
    void lists_are_filtered_and_come_in_pages() {
        List<Scored> scored = Scored.unsure(workspace, 3);
        opened.add(scored);
        opened.add(List.of(Scored.of(workspace, "case 1", Verdict.UNSURE)));
        String mine = anna.next().getString("id");
        boris.claimAndDecide(boris.next().getString("id"), "PASS");

        anna.get("/reviews?open=true").body("items.case", contains("case 0", "case 2", "case 1"));
        anna.get("/reviews?open=false").body("items.case", contains("case 1"));
        anna.get("/reviews?mine=true").body("items.id", contains(mine));
        anna.get("/reviews?mine=false&open=true").body("items.case", containsInAnyOrder("case 1", "case 2"));
        anna.get("/reviews?run={run}", scored.getFirst().completed().runId().toString())
                .body("items", hasSize(3));
        anna.get("/reviews?case={name}", "case 1").body("items", hasSize(2));
        String next =
                anna.get("/reviews?limit=3").body("items", hasSize(3)).extract().path("next");
        anna.get("/reviews?limit=3&after={next}", next)
                .body("items", hasSize(1))
                .body("$", not(hasKey("next")));
    }

    @Test
    void input_that_cannot_be_meant_is_refused_field_by_field() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");

        anna.get("/reviews?open=perhaps&mine=1&run=7&case={name}", "\0")
                .statusCode(422)
                .body("errors.field", contains("open", "mine", "run", "case"));
        anna.decide(review, "UNSURE", null).statusCode(422).body("errors.field", contains("/verdict"));
        anna.decide(review, "PASS", "a\u0000b").statusCode(422).body("errors.field", contains("/comment"));
        anna.decide(review, "PASS", "x".repeat(10_001)).statusCode(422).body("errors.field", contains("/comment"));
        anna.send("POST", "/reviews/" + review + "/decide", "{}")
                .statusCode(422)
                .body("errors.field", contains("/verdict"));
        anna.send("POST", "/reviews/" + review + "/decide?next=soon", Map.of("verdict", "PASS"))
                .statusCode(422)
                .body("errors.field", contains("next"));
        anna.get("/reviews/{id}", review).body("state", equalTo("OPEN"));
    }

    @Test
    void another_workspace_sees_nothing_and_only_a_reviewer_decides() {
        opened.add(Scored.unsure(workspace, 1));
        String review = anna.next().getString("id");
        Person stranger = Person.reviewer(TestTokens.newWorkspace());
        Person viewer = Person.as(workspace, Access.VIEWER);
        Person key = new Person(workspace, TestTokens.ofKey(workspace, Access.RUNS_READ, Access.RUNS_WRITE));

        stranger.get("/reviews").statusCode(200).body("items", hasSize(0));
        stranger.get("/reviews/{id}", review).statusCode(404);
        stranger.decide(review, "PASS", null).statusCode(404);
        stranger.post("/reviews/{id}/renew", review).statusCode(404);
        stranger.reopen(review, "once more").statusCode(404);
        stranger.post("/reviews/next").statusCode(204);
        viewer.get("/reviews").statusCode(200).body("items", hasSize(1));
        key.get("/reviews/{id}", review).statusCode(200);
        for (Person reader : List.of(viewer, key)) {
            reader.post("/reviews/next").statusCode(403);
            reader.decide(review, "PASS", null).statusCode(403);
            reader.reopen(review, "once more").statusCode(403);
        }
    }

    private void lapse(String review) {
        execute("update reviews set claimed_until = now() - interval '1 second' where id = $1", review);
    }

    private void execute(String statement, String review) {
        var unused = database.preparedQuery(statement)
                .execute(Tuple.of(UUID.fromString(review)))
                .await()
                .atMost(PATIENCE);
    }

    private static double metric(String name) {
        String metrics = RestAssured.get("/q/metrics")
                .then()
                .body(Matchers.containsString(name))
                .extract()
                .asString();
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
