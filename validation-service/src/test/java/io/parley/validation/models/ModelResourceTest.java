package io.parley.validation.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.parley.platform.access.Access;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.platform.testing.TestTokens;
import io.parley.validation.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "validation"))
class ModelResourceTest {

    private static final Map<String, Object> MODEL = Map.of(
            "name",
            "judge",
            "baseUrl",
            "https://llm.example/v1/",
            "model",
            "large-1",
            "key",
            "open-sesame",
            "prices",
            Map.of("input", 2.5, "output", 10),
            "limits",
            Map.of("maxConcurrency", 3, "timeoutSeconds", 20),
            "budget",
            Map.of("cost", 1.25, "tokens", 100_000),
            "reuseSeconds",
            3_600);

    @Inject
    Models models;

    @Inject
    Sealer sealer;

    @Test
    void a_model_is_kept_as_it_was_given_and_its_key_is_sealed() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);

        String id = add(api, MODEL);

        api.get("/models/" + id)
                .statusCode(200)
                .body("name", equalTo("judge"))
                .body("baseUrl", equalTo("https://llm.example/v1"))
                .body("model", equalTo("large-1"))
                .body("hasKey", equalTo(true))
                .body("prices.input", equalTo(2.5f))
                .body("limits.maxConcurrency", equalTo(3))
                .body("limits.timeoutSeconds", equalTo(20))
                .body("budget.cost", equalTo(1.25f))
                .body("budget.tokens", equalTo(100_000))
                .body("reuseSeconds", equalTo(3_600))
                .body(not(containsString("sesame")));
        assertThat(sealedKey(api)).hasValueSatisfying(stored -> {
            assertThat(stored).doesNotContain("sesame");
            assertThat(sealer.open(stored)).isEqualTo("open-sesame");
        });
    }

    @Test
    void a_model_needs_no_key_prices_limits_or_budget() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);

        String id = add(api, Map.of("name", "local", "baseUrl", "http://127.0.0.1:11434/v1", "model", "small"));

        api.get("/models/" + id)
                .body("hasKey", equalTo(false))
                .body("prices.output", equalTo(0.0f))
                .body("limits.maxConcurrency", equalTo(8))
                .body("limits.timeoutSeconds", equalTo(30));
    }

    @Test
    void a_change_keeps_the_key_it_does_not_speak_of_and_an_empty_one_removes_it() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        String id = add(api, MODEL);
        Map<String, Object> model = without("key");

        api.send("PUT", "/models/" + id, with(model, "model", "large-2"))
                .statusCode(200)
                .body("model", equalTo("large-2"))
                .body("hasKey", equalTo(true));
        assertThat(sealedKey(api).map(sealer::open)).contains("open-sesame");

        api.send("PUT", "/models/" + id, with(model, "key", "")).statusCode(200).body("hasKey", equalTo(false));
    }

    @Test
    void a_key_never_moves_to_another_address_unless_it_is_given_again() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        String id = add(api, MODEL);
        Map<String, Object> moved = with(without("key"), "baseUrl", "https://thief.example/v1");

        api.send("PUT", "/models/" + id, moved).statusCode(422).body("errors.field", contains("/key"));

        api.send("PUT", "/models/" + id, with(moved, "key", "another")).statusCode(200);
        assertThat(sealedKey(api).map(sealer::open)).contains("another");
    }

    @Test
    void a_name_can_be_used_once_in_a_workspace() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        add(api, MODEL);

        api.send("POST", "/models", MODEL).statusCode(409).body("code", equalTo("model-name-taken"));

        add(Person.as(TestTokens.newWorkspace(), Access.EDITOR), MODEL);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' judge', /name",
        "name, '', /name",
        "baseUrl, ftp://llm.example, /baseUrl",
        "baseUrl, /v1, /baseUrl",
        "baseUrl, http://user:word@llm.example, /baseUrl",
        "baseUrl, https://llm.example/v1?key=x, /baseUrl",
        "baseUrl, https://llm.example:99999/, /baseUrl",
        "baseUrl, 'https://llm.example/a b', /baseUrl",
        "model, '', /model",
        "key, 'two words', /key",
        "reuseSeconds, 0, /reuseSeconds",
    })
    void a_model_that_cannot_work_is_refused_with_the_field_at_fault(String field, String value, String fault) {
        Person.as(TestTokens.newWorkspace(), Access.EDITOR)
                .send("POST", "/models", with(MODEL, field, value))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(fault));
    }

    @Test
    void prices_limits_and_budgets_are_checked() {
        Map<String, Object> model = new HashMap<>(MODEL);
        model.put("prices", Map.of("input", -1, "output", 1));
        model.put("limits", Map.of("maxConcurrency", 0));
        model.put("budget", Map.of("tokens", 0));

        Person.as(TestTokens.newWorkspace(), Access.EDITOR)
                .send("POST", "/models", model)
                .statusCode(422)
                .body("errors.size()", equalTo(3));
    }

    @Test
    void models_are_listed_by_name_and_a_removed_one_is_gone() {
        Person api = Person.as(TestTokens.newWorkspace(), Access.EDITOR);
        String id = add(api, MODEL);
        add(api, with(MODEL, "name", "a judge"));
        api.get("/models").statusCode(200).body("items.name", contains("a judge", "judge"));

        api.delete("/models/" + id).statusCode(204);

        api.get("/models").body("items.name", contains("a judge"));
        api.get("/models/" + id).statusCode(404).body("code", equalTo("model-not-found"));
        api.delete("/models/" + id).statusCode(404);
    }

    @Test
    void a_model_of_another_workspace_does_not_exist() {
        String id = add(Person.as(TestTokens.newWorkspace(), Access.EDITOR), MODEL);
        Person stranger = Person.as(TestTokens.newWorkspace(), Access.EDITOR);

        stranger.get("/models").body("items", empty());
        stranger.get("/models/" + id).statusCode(404);
        stranger.send("PUT", "/models/" + id, MODEL).statusCode(404);
        stranger.delete("/models/" + id).statusCode(404);
    }

    @Test
    void who_may_only_look_cannot_change() {
        Person viewer = Person.as(TestTokens.newWorkspace(), Access.VIEWER);

        viewer.get("/models").statusCode(200);
        viewer.send("POST", "/models", MODEL).statusCode(403);
        viewer.send("PUT", "/models/" + UUID.randomUUID(), MODEL).statusCode(403);
        viewer.delete("/models/" + UUID.randomUUID()).statusCode(403);
    }

    private Optional<String> sealedKey(Person api) {
        Model judge = models.named(api.workspace(), "judge").await().indefinitely();
        return Optional.ofNullable(judge.endpoint().sealedKey());
    }

    private static String add(Person api, Map<String, Object> model) {
        return api.send("POST", "/models", model).statusCode(201).extract().path("id");
    }

    private static Map<String, Object> with(Map<String, Object> model, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(model);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> without(String field) {
        Map<String, Object> changed = new HashMap<>(MODEL);
        changed.remove(field);
        return changed;
    }
}
