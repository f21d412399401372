package io.parley.run.targets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parley.contracts.TargetId;
import io.parley.platform.access.Access;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class TargetResourceTest {

    private static final Map<String, Object> TARGET = Map.of(
            "name",
            "weather-bot",
            "url",
            "https://bot.example/{{tenant}}/chat",
            "headers",
            Map.of("Authorization", "Bearer {{secrets.KEY}}"),
            "body",
            "{\"text\": \"{{message}}\"}",
            "answer",
            "/reply/text",
            "limits",
            Map.of("maxConcurrency", 3, "requestsPerSecond", 2.5),
            "secrets",
            Map.of("KEY", "open sesame"),
            "reports",
            Map.of("tool-calls", "/tool_calls", "confidence", "/nlu/intent/confidence"));

    @Inject
    Targets targets;

    @Inject
    Sealer sealer;

    @Test
    void every_limit_is_kept_and_none_may_be_nothing() {
        Api api = Api.ofNewWorkspace();
        Map<String, Object> target = new HashMap<>(Map.of("name", "limited", "url", "http://bot.invalid/chat"));
        target.put(
                "limits",
                Map.of("maxConcurrency", 3, "requestsPerMinute", 90, "tokensPerMinute", 30_000, "downAfter", 4));

        String id = api.post("/targets", target).statusCode(201).extract().path("id");
        api.get("/targets/" + id)
                .body("limits.requestsPerMinute", equalTo(90f))
                .body("limits.tokensPerMinute", equalTo(30_000))
                .body("limits.downAfter", equalTo(4));

        target.put("limits", Map.of("maxConcurrency", 3, "requestsPerMinute", 0, "tokensPerMinute", 0, "downAfter", 0));
        api.post("/targets", target)
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "/limits/requestsPerMinute", "/limits/tokensPerMinute", "/limits/downAfter"));
    }

    @Test
    void a_target_is_kept_as_it_was_given_and_its_secrets_are_sealed() {
        Api api = Api.ofNewWorkspace();

        String id = api.post("/targets", TARGET)
                .statusCode(201)
                .body("secrets", contains("KEY"))
                .extract()
                .path("id");

        api.get("/targets/" + id)
                .statusCode(200)
                .body("name", equalTo("weather-bot"))
                .body("url", equalTo("https://bot.example/{{tenant}}/chat"))
                .body("method", equalTo("POST"))
                .body("headers.Authorization", equalTo("Bearer {{secrets.KEY}}"))
                .body("body", equalTo("{\"text\": \"{{message}}\"}"))
                .body("answer", equalTo("/reply/text"))
                .body("limits.maxConcurrency", equalTo(3))
                .body("limits.requestsPerSecond", equalTo(2.5f))
                .body("secrets", contains("KEY"))
                .body("reports", equalTo(TARGET.get("reports")))
                .body(not(containsString("sesame")));
        assertThat(secretsOf(api, id)).containsOnlyKeys("KEY").satisfies(secrets -> {
            assertThat(secrets.get("KEY")).doesNotContain("sesame");
            assertThat(sealer.open(Objects.requireNonNull(secrets.get("KEY")))).isEqualTo("open sesame");
        });
    }

    @Test
    void a_change_keeps_the_secrets_it_does_not_speak_of_and_those_it_names_without_a_value() {
        Api api = Api.ofNewWorkspace();
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put("secrets", Map.of("KEY", "open sesame", "OTHER", "x"));
        String id = api.post("/targets", target).statusCode(201).extract().path("id");

        target.remove("secrets");
        target.put("name", "renamed");
        put(api, id, target, 200);
        assertThat(secretsOf(api, id)).containsOnlyKeys("KEY", "OTHER");

        Map<String, String> secrets = new HashMap<>();
        secrets.put("KEY", null);
        target.put("secrets", secrets);
        put(api, id, target, 200);

        assertThat(secretsOf(api, id)).containsOnlyKeys("KEY");
        assertThat(sealer.open(Objects.requireNonNull(secretsOf(api, id).get("KEY"))))
                .isEqualTo("open sesame");
        api.get("/targets/" + id).body("name", equalTo("renamed"));
    }

    @Test
    void a_name_can_be_used_once_in_a_workspace() {
        Api api = Api.ofNewWorkspace();
        api.post("/targets", TARGET).statusCode(201);

        api.post("/targets", TARGET)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("target-name-taken"));

        Api.ofNewWorkspace().post("/targets", TARGET).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | '' | /name",
                "url | ftp://bot.example | /url",
                "url | /chat | /url",
                "url | http:// | /url",
                "url | http://user:pass@bot.example | /url",
                "url | http://bot.example:99999/ | /url",
                "url | 'http://bot.example/{{x' | /url",
                "url | 'http://bot.example/a b' | /url",
                "method | DELETE | /method",
                "body | '{{secrets.NONE}}' | /body",
                "answer | reply | /answer",
                "answer | /a~2 | /answer",
            })
    void a_target_that_cannot_work_is_refused_with_the_field_at_fault(String field, String value, String fault) {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put(field, value);

        Api.ofNewWorkspace()
                .post("/targets", target)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("errors.field", contains(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "url", "body", "answer"})
    void a_character_that_the_database_does_not_know_is_refused(String field) {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put(field, "/a\u0000b");

        Api.ofNewWorkspace().post("/targets", target).statusCode(422).body("errors.field", contains("/" + field));
    }

    @Test
    void limits_headers_and_secret_names_are_checked() {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put("limits", Map.of("maxConcurrency", 0, "requestsPerSecond", -1));
        target.put("headers", Map.of("bad name", "x", "Fine", "a\r\nInjected: yes"));
        target.put("secrets", Map.of("no-name", "x"));

        List<String> fields = Api.ofNewWorkspace()
                .post("/targets", target)
                .statusCode(422)
                .extract()
                .path("errors.field");

        assertThat(fields).hasSize(5).contains("/limits/maxConcurrency", "/limits/requestsPerSecond");
    }

    @Test
    void what_no_target_reports_and_pointers_that_are_none_are_refused_with_the_field() {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put("reports", Map.of("intents", "/nlu/intent"));
        Api.ofNewWorkspace()
                .post("/targets", target)
                .statusCode(422)
                .body("errors.field", contains("/reports/intents"))
                .body("errors[0].message", containsString("known are intent, confidence, tool-calls"));

        target.put("reports", Map.of("intent", "nlu.intent"));
        Api.ofNewWorkspace()
                .post("/targets", target)
                .statusCode(422)
                .body("errors[0].field", containsString("reports"))
                .body("errors[0].message", containsString("must be a JSON Pointer"));
    }

    @Test
    void a_host_that_does_not_resolve_is_no_mistake_of_the_target() {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put("url", "http://nowhere.invalid/");

        Api.ofNewWorkspace().post("/targets", target).statusCode(201);
    }

    @Test
    void targets_are_listed_by_name_a_page_at_a_time() {
        Api api = Api.ofNewWorkspace();
        for (String name : List.of("c", "a", "b")) {
            Map<String, Object> target = new HashMap<>(TARGET);
            target.put("name", name);
            api.post("/targets", target).statusCode(201);
        }

        String next = api.get("/targets?limit=2")
                .statusCode(200)
                .body("items.name", contains("a", "b"))
                .extract()
                .path("next");

        api.get("/targets?limit=2&after=" + next)
                .body("items.name", contains("c"))
                .body("next", nullValue());
    }

    @Test
    void a_removed_target_is_gone() {
        Api api = Api.ofNewWorkspace();
        String id = api.target(1);

        api.request().delete("/api/v1/targets/" + id).then().statusCode(204);

        api.get("/targets/" + id).statusCode(404).body("code", equalTo("target-not-found"));
        api.request().delete("/api/v1/targets/" + id).then().statusCode(404);
    }

    @Test
    void a_target_of_another_workspace_does_not_exist() {
        String id = Api.ofNewWorkspace().target(1);
        Api stranger = Api.ofNewWorkspace();

        stranger.get("/targets/" + id).statusCode(404);
        stranger.get("/targets").body("items.id", not(hasItem(id)));
        put(stranger, id, TARGET, 404);
        stranger.request().delete("/api/v1/targets/" + id).then().statusCode(404);
    }

    @Test
    void who_may_only_look_cannot_change() {
        Api viewer = Api.as(TestTokens.newWorkspace(), Access.VIEWER);

        viewer.get("/targets").statusCode(200);
        viewer.post("/targets", TARGET).statusCode(403).contentType("application/problem+json");
        put(viewer, UUID.randomUUID().toString(), TARGET, 403);
        viewer.request().delete("/api/v1/targets/" + UUID.randomUUID()).then().statusCode(403);
    }

    @Test
    void without_a_good_token_there_is_no_answer() {
        var workspace = TestTokens.newWorkspace();

        given().get("/api/v1/targets").then().statusCode(401).contentType("application/problem+json");
        new Api(workspace, TestTokens.expired(workspace, Access.OWNER))
                .get("/targets")
                .statusCode(401);
        new Api(workspace, TestTokens.forged(workspace, Access.OWNER))
                .get("/targets")
                .statusCode(401);
        new Api(workspace, "nonsense").get("/targets").statusCode(401);
    }

    @Test
    void a_body_that_is_no_json_is_refused_as_such() {
        Api.ofNewWorkspace().post("/targets", "{\"name\": ").statusCode(400).body("code", equalTo("malformed"));
    }

    private Map<String, String> secretsOf(Api api, String id) {
        return targets.require(api.workspace(), TargetId.fromString(id))
                .await()
                .indefinitely()
                .sealedSecrets();
    }

    private static void put(Api api, String id, Map<String, Object> target, int status) {
        api.request()
                .contentType("application/json")
                .body(target)
                .put("/api/v1/targets/" + id)
                .then()
                .statusCode(status);
    }
}
