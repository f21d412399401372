package io.parley.run.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.TokenPrices;
import io.parley.platform.secrets.Sealer;
import io.parley.platform.testing.BackingResource;
import io.parley.run.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class TargetKindsTest {

    /** The least that makes a target of its kind. */
    private static final Map<String, String> LEAST = Map.of(
            "echo",
            "{'kind': 'echo', 'name': 'target'}",
            "chat",
            "{'kind': 'chat', 'name': 'target', 'baseUrl': 'https://models.example/v1', 'model': 'small'}",
            "http",
            "{'name': 'target', 'url': 'https://bot.example/chat'}",
            "houndify",
            "{'kind': 'houndify', 'name': 'target', 'clientId': 'a', 'secrets': {'KEY': 'a2V5'}}",
            "websocket",
            "{'kind': 'websocket', 'name': 'target', 'url': 'wss://bot.example', 'message': '{{message}}', 'end': {'count': 1}}");

    @Inject
    Targets targets;

    @Inject
    Sealer sealer;

    @Test
    void a_chat_target_is_kept_as_it_was_given_and_its_key_is_sealed() {
        Api api = Api.ofNewWorkspace();

        JsonPath added = api.post("/targets", """
                        {"kind": "chat", "name": "model", "baseUrl": "https://models.example/v1", "model": "small",
                         "headers": {"X-Team": "{{secrets.TEAM}}"}, "system": "Be brief in {{city}}.",
                         "parameters": {"temperature": 0.2, "stop": ["END"], "seed": null}, "stream": true,
                         "prices": {"input": 0.15, "output": 0.6}, "maxRounds": 4,
                         "secrets": {"KEY": "open sesame", "TEAM": "blue"}}""")
                .statusCode(201)
                .body("kind", equalTo("chat"))
                .body("model", equalTo("small"))
                .body("parameters.temperature", equalTo(0.2f))
                .body("secrets", contains("KEY", "TEAM"))
                .body(not(containsString("sesame")))
                .body(not(containsString("sealed")))
                .extract()
                .jsonPath();

        assertThat(stored(api, added.getString("id"))).isInstanceOfSatisfying(ChatTarget.class, chat -> {
            assertThat(chat.prices()).isEqualTo(new TokenPrices(new BigDecimal("0.15"), new BigDecimal("0.6")));
            assertThat(chat.parameters()).containsEntry("seed", null).containsKeys("temperature", "stop");
            assertThat(chat.maxRounds()).isEqualTo(4);
            assertThat(chat.limits().maxConcurrency()).isEqualTo(10);
            assertThat(sealer.open(Objects.requireNonNull(chat.sealedSecrets().get("KEY"))))
                    .isEqualTo("open sesame");
        });
    }

    @ParameterizedTest
    @CsvSource({"echo", "chat", "http", "houndify", "websocket"})
    void the_least_is_enough_and_is_shown_under_its_kind(String kind) {
        Api api = Api.ofNewWorkspace();

        String id = api.post("/targets", least(kind).replace('\'', '"'))
                .statusCode(201)
                .extract()
                .path("id");

        api.get("/targets/" + id).statusCode(200).body("kind", equalTo(kind)).body("name", equalTo("target"));
        api.get("/targets").body("items.kind", hasItem(kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http | 'kind': 'telepathy' | /kind",
                "http | 'login': {'url': '/login'} | /login/url",
                "http | 'login': {'url': 'https://bot.example', 'method': 'BREW'} | /login/method",
                "http | 'login': {'url': 'https://bot.example', 'body': '{{secrets.NONE}}'} | /login/body",
                "http | 'login': {'url': 'https://bot.example', 'capture': {'token': 'token'}} | /login/capture/token",
                "chat | 'baseUrl': 'models.example' | /baseUrl",
                "chat | 'baseUrl': 'https://{{host}}/v1' | /baseUrl",
                "chat | 'model': '' | /model",
                "chat | 'parameters': {'messages': []} | /parameters/messages",
                "chat | 'prices': {'input': -1, 'output': 0} | /prices/input",
                "chat | 'maxRounds': 0 | /maxRounds",
                "chat | 'system': '{{secrets.NONE}}' | /system",
                "houndify | 'secrets': {'OTHER': 'x'} | /secrets/KEY",
                "houndify | 'url': 'api.houndify.com' | /url",
                "websocket | 'url': 'https://bot.example' | /url",
                "websocket | 'end': {} | /end",
                "websocket | 'end': {'pattern': '(' } | /end/pattern",
                "websocket | 'message': '{{secrets.NONE}}' | /message",
                "echo | 'limits': {'maxConcurrency': 0} | /limits/maxConcurrency",
                "http | 'kind': 'subprocess', 'command': ['bot'] | /kind",
            })
    void what_cannot_work_is_refused_with_the_field_at_fault(String kind, String change, String fault) {
        String target = least(kind).replaceFirst("}$", ", " + change + "}").replace('\'', '"');

        Api.ofNewWorkspace().post("/targets", target).statusCode(422).body("errors.field", contains(fault));
    }

    @Test
    void a_target_may_become_one_of_another_kind() {
        Api api = Api.ofNewWorkspace();
        String id = api.target(1);
        Map<String, Object> echo = new HashMap<>(Map.of("kind", "echo", "name", "now an echo"));

        api.request()
                .contentType("application/json")
                .body(echo)
                .put("/api/v1/targets/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("echo"));
    }

    private LiveTarget stored(Api api, String id) {
        return targets.require(api.workspace(), TargetId.fromString(id)).await().indefinitely();
    }

    private static String least(String kind) {
        return Objects.requireNonNull(LEAST.get(kind));
    }
}
