package io.parley.run.suites;

import static io.parley.run.suites.Refusals.mistakes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.parley.platform.problems.FieldError;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class SuiteTargetTest {

    private static final String SUITE = """
            parley: 1
            name: %s
            target: %s
            cases: [{name: a, turns: [{user: hi}]}]
            """;

    private static final String MODEL =
            "{kind: chat, name: %s, base-url: https://models.example/v1, model: %s, limits: {max-concurrency: 3}}";

    @Test
    void a_target_that_a_suite_defines_is_registered_with_the_import_and_runs_talk_to_it() {
        Api api = Api.ofNewWorkspace();
        String suite = imported(api, "S", "{kind: echo}");

        String target = api.post("/runs", Map.of("suiteId", suite))
                .statusCode(201)
                .body("targetName", equalTo("S"))
                .extract()
                .path("targetId");

        api.get("/targets/" + target).statusCode(200).body("kind", equalTo("echo"));
    }

    @Test
    void a_later_revision_changes_the_target_and_the_secrets_that_it_was_given_stay() {
        Api api = Api.ofNewWorkspace();
        String suite = imported(api, "S", MODEL.formatted("model", "small"));
        String target = api.post("/runs", Map.of("suiteId", suite)).extract().path("targetId");
        Map<String, Object> withKey = new HashMap<>(
                Map.of("kind", "chat", "name", "model", "baseUrl", "https://models.example/v1", "model", "small"));
        withKey.put("secrets", Map.of("KEY", "sk-1"));
        api.request()
                .contentType("application/json")
                .body(withKey)
                .put("/api/v1/targets/" + target)
                .then()
                .statusCode(200);

        imported(api, "S", MODEL.formatted("model", "large"));

        api.get("/targets/" + target)
                .body("model", equalTo("large"))
                .body("limits.maxConcurrency", equalTo(3))
                .body("secrets[0]", equalTo("KEY"));
    }

    @Test
    void a_definition_takes_no_other_targets_name_and_the_import_leaves_nothing_behind() {
        Api api = Api.ofNewWorkspace();
        api.post("/targets", Map.of("name", "bot", "url", "https://bot.example"))
                .statusCode(201);

        api.importSuite(SUITE.formatted("S", "{kind: echo, name: bot}"))
                .statusCode(409)
                .body("code", equalTo("target-name-taken"))
                .body("detail", containsString("'bot'"));

        api.get("/suites").body("items.size()", equalTo(0));
    }

    @Test
    void each_mistake_of_a_definition_is_told_with_its_line() {
        assertThat(mistakes("""
                        parley: 1
                        name: S
                        target:
                          kind: chat
                          base-url: not an address
                          limits:
                            max-concurrency: 0
                        cases: [{name: a, turns: [{user: hi}]}]
                        """))
                .extracting(FieldError::line, FieldError::field)
                .containsExactlyInAnyOrder(tuple(7, "/target/limits/max-concurrency"), tuple(3, "/target/model"));
        assertThat(mistakes(SUITE.formatted("S", "{kind: chat, base-url: 'ftp://x', model: m}")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.field()).isEqualTo("/target/base-url"));
        assertThat(mistakes(SUITE.formatted("S", "{kind: parrot, url: 'https://bot.example'}")))
                .extracting(FieldError::field)
                .containsExactly("/target/kind");
        assertThat(mistakes(SUITE.formatted("S", "{kind: echo, volume: 3}")))
                .extracting(FieldError::field)
                .containsExactly("/target/volume");
        assertThat(mistakes(SUITE.formatted("S", "{url: 'https://bot.example', secrets: {KEY: x}}")))
                .extracting(FieldError::field)
                .containsExactly("/target/secrets");
        assertThat(mistakes(SUITE.formatted("S", "{kind: subprocess, command: [python3, bot.py]}")))
                .singleElement()
                .satisfies(
                        mistake -> assertThat(mistake.field() + " " + mistake.message())
                                .isEqualTo(
                                        "/target/kind must be another one: programs are started only by parley run --local, and by no platform"));
        assertThat(mistakes(SUITE.formatted("S", "7")))
                .extracting(FieldError::field)
                .containsExactly("/target");
    }

    private static String imported(Api api, String name, String target) {
        return api.importSuite(SUITE.formatted(name, target))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
