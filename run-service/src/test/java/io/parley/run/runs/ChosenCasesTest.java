package io.parley.run.runs;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.Verdict;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.parley.run.testing.Play;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class ChosenCasesTest {

    private static final String SUITE = """
            parley: 1
            name: chosen
            target: bot
            cases:
              - {name: Refund for an angry customer, tags: [smoke, money], turns: [{user: hi}]}
              - {name: refund of 100%, tags: [money], turns: [{user: hi}]}
              - {name: booking, tags: [smoke], repeat: 2, turns: [{user: hi}]}
              - {name: small talk, turns: [{user: hi}]}
            """;

    private final Api api = Api.ofNewWorkspace();
    private final Play play = new Play(api);
    private String suite = "";

    @BeforeEach
    void importSuite() {
        suite = play.suite(SUITE);
    }

    @AfterEach
    void close() {
        play.close();
    }

    @Test
    void a_filter_chooses_cases_by_what_their_names_contain_or_are_like() {
        bot();

        holds(Map.of("filter", "REFUND"), "Refund for an angry customer", "refund of 100%");
        holds(Map.of("filter", "100%"), "refund of 100%");
        holds(Map.of("filter", "b?ok*"), "booking", "booking");
        holds(Map.of("filter", "*customer"), "Refund for an angry customer");
        holds(Map.of("filter", "ook", "repeat", 1), "booking");
    }

    @Test
    void tags_choose_cases_that_have_one_of_them_and_a_filter_besides_must_suit_too() {
        bot();

        holds(Map.of("tags", List.of("smoke")), "Refund for an angry customer", "booking", "booking");
        holds(
                Map.of("tags", List.of("none", "smoke", "money")),
                "Refund for an angry customer",
                "refund of 100%",
                "booking",
                "booking");
        holds(Map.of("tags", List.of("smoke"), "filter", "refund"), "Refund for an angry customer");
    }

    @Test
    void a_run_shows_what_it_was_to_hold() {
        bot();

        start(Map.of("filter", "*refund*", "tags", List.of("smoke", "money", "smoke")))
                .body("filter", equalTo("*refund*"))
                .body("tags", contains("money", "smoke"));
        start(Map.of()).body("$", not(hasKey("filter"))).body("$", not(hasKey("tags")));
    }

    @Test
    void a_choice_of_nothing_starts_no_run_and_says_what_would_choose() {
        bot();

        refused(Map.of("filter", "refunds")).body("errors.field", contains("/filter"));
        refused(Map.of("tags", List.of("none"))).body("errors.field", contains("/tags"));
        refused(Map.of("filter", "talk", "tags", List.of("smoke"))).body("errors.field", contains("/filter"));
        api.get("/runs").body("items", empty());
    }

    @Test
    void chosen_cases_can_be_repeated_oftener_than_all_could() {
        Map<String, Object> often = Map.of("suiteId", api.suite(1_001), "targetId", api.target(1), "repeat", 100);

        Map<String, Object> some = new HashMap<>(often);
        some.put("filter", "block 1000");
        api.post("/runs", often).statusCode(422).body("errors.field", contains("/repeat"));
        api.post("/runs", some).statusCode(201).body("counts.total", equalTo(100));
    }

    @Test
    void what_can_be_no_choice_is_refused_with_the_field_at_fault() {
        api.post("/runs", Map.of("suiteId", suite, "filter", "two\nlines", "tags", List.of("money", "no tag")))
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("errors.field", containsInAnyOrder("/filter", "/tags/1"));
        api.post("/runs", Map.of("suiteId", suite, "filter", "", "tags", List.of()))
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/filter", "/tags"));
    }

    @Test
    void a_run_in_part_is_compared_with_a_whole_one_by_the_cases_that_it_held() {
        String whole = play.run(suite, request -> Verdict.FAIL);
        String part = play.run(Map.of("suiteId", suite, "tags", List.of("smoke")), request -> Verdict.PASS);

        api.get("/runs/" + part + "/comparison?with=" + whole)
                .statusCode(200)
                .body("counts.fixed", equalTo(2))
                .body("counts.gone", equalTo(2))
                .body("counts.new", equalTo(0));
    }

    @Test
    void a_run_in_part_is_retried_and_judged_again_in_part() {
        String part = play.run(Map.of("suiteId", suite, "filter", "refund"), request -> Verdict.FAIL);

        String rescored = api.post("/runs/" + part + "/rescore", "")
                .statusCode(201)
                .body("filter", equalTo("refund"))
                .body("counts.total", equalTo(2))
                .extract()
                .path("id");
        play.finish(rescored, request -> Verdict.PASS);
        api.post("/runs/" + part + "/retry", "")
                .statusCode(201)
                .body("filter", equalTo("refund"))
                .body("counts.total", equalTo(2));
    }

    @Test
    void an_idempotency_key_stands_for_one_choice() {
        bot();
        Map<String, Object> smoke = Map.of("suiteId", suite, "tags", List.of("smoke", "money"));

        startWithKey(smoke).statusCode(201);
        startWithKey(Map.of("suiteId", suite, "tags", List.of("money", "smoke")))
                .statusCode(200);
        startWithKey(Map.of("suiteId", suite, "tags", List.of("money")))
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private void bot() {
        api.post("/targets", Map.of("name", "bot", "url", "http://bot.invalid")).statusCode(201);
    }

    private void holds(Map<String, Object> choice, String... cases) {
        String run = start(choice)
                .body("counts.total", equalTo(cases.length))
                .extract()
                .path("id");
        api.get("/runs/" + run + "/executions").body("items.case", contains(cases));
    }

    private ValidatableResponse refused(Map<String, Object> choice) {
        return post(choice).statusCode(422).body("code", equalTo("nothing-chosen"));
    }

    private ValidatableResponse start(Map<String, Object> choice) {
        return post(choice).statusCode(201);
    }

    private ValidatableResponse post(Map<String, Object> choice) {
        Map<String, Object> request = new HashMap<>(choice);
        request.put("suiteId", suite);
        return api.post("/runs", request);
    }

    private ValidatableResponse startWithKey(Map<String, Object> request) {
        return api.request()
                .header("Idempotency-Key", "key")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/runs")
                .then();
    }
}
