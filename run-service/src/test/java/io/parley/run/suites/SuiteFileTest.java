package io.parley.run.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Capture;
import io.parley.contracts.Conversation;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.SuiteModel;
import io.parley.contracts.Tool;
import io.parley.contracts.Turn;
import io.parley.platform.json.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteFileTest {

    private static final ObjectMapper JSON = WireFormat.mapper();

    @Test
    void lists_of_variables_multiply_to_one_case_for_each_combination() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: Weather
                target: weather-bot
                defaults: {timeout: 3s, repeat: 2}
                cases:
                  - name: forecast
                    tags: [smoke]
                    vars: {city: [Berlin, Oslo], unit: C, day: [1, 2, 3]}
                    turns:
                      - user: "{{city}}?"
                        expect: [{contains: "{{city}}"}]
                        capture: {day: {json-path: $.date}}
                      - user: And then?
                    threshold: 0.5
                """);

        List<Case> cases = suite.cases().toList();

        assertThat(suite.name()).isEqualTo("Weather");
        assertThat(suite.target().name()).isEqualTo("weather-bot");
        assertThat(cases).hasSize(6).allSatisfy(expanded -> {
            assertThat(expanded.repeat()).isEqualTo(2);
            assertThat(expanded.turns()).isEqualTo(2);
            assertThat(expanded.budget()).isEqualTo(Duration.ofSeconds(6));
        });
        Conversation second = JSON.readValue(cases.get(1).conversation(), Conversation.class);
        assertThat(second.name()).isEqualTo("forecast");
        assertThat(second.tags()).containsExactly("smoke");
        assertThat(second.skills()).isEmpty();
        assertThat(second.vars()).isEqualTo(Map.of("city", "Berlin", "unit", "C", "day", 2));
        assertThat(second.turns()).hasSize(2);
        assertThat(second.turns().getFirst().expect()).containsExactly(Map.of("contains", "{{city}}"));
        assertThat(second.turns().getFirst().capture()).isEqualTo(Map.of("day", new Capture("$.date")));
        assertThat(second.turns().get(1).expect()).isEmpty();
        assertThat(second.expect()).isEmpty();
        assertThat(second.threshold()).isEqualTo(0.5);
        assertThat(second.timeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void the_models_of_a_suite_go_with_each_of_its_conversations() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: S
                models:
                  judge: {model: small-1, key: $large}
                  local: {base-url: "http://127.0.0.1:11434/v1", model: "qwen3:4b"}
                cases:
                  - {name: a, turns: [{user: hi}]}
                  - {name: b, turns: [{user: hi}]}
                """);

        for (Case each : suite.cases().toList()) {
            assertThat(JSON.readValue(each.conversation(), Conversation.class).models())
                    .isEqualTo(Map.of(
                            "judge",
                            new SuiteModel(null, "small-1", "large"),
                            "local",
                            new SuiteModel("http://127.0.0.1:11434/v1", "qwen3:4b", null)));
        }
    }

    @Test
    void a_simulated_user_goes_with_its_conversation_and_counts_for_what_it_may_take() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: S
                defaults: {timeout: 2s}
                models:
                  local: {base-url: "http://127.0.0.1:11434/v1", model: "qwen3:4b"}
                cases:
                  - {name: a, simulate: {persona: p, goal: g, model: local}}
                  - name: b
                    turns: [{user: hi}]
                    simulate: {persona: p, goal: g, model: bot, max-turns: 3, max-tokens: 500, stop: answer, seed: -1}
                """);

        List<Case> cases = suite.cases().toList();

        assertThat(suite.simulators())
                .containsExactly(
                        new Simulator("local", new SuiteModel("http://127.0.0.1:11434/v1", "qwen3:4b", null)),
                        new Simulator("bot", null));
        assertThat(JSON.readValue(cases.getFirst().conversation(), Conversation.class)
                        .simulate())
                .isEqualTo(new SimulatedUser("p", "g", "local", 8, null, null, null));
        assertThat(JSON.readValue(cases.getLast().conversation(), Conversation.class)
                        .simulate())
                .isEqualTo(new SimulatedUser("p", "g", "bot", 3, 500L, "answer", -1L));
        assertThat(cases.getLast().turns()).isEqualTo(4);
        assertThat(cases.getLast().budget()).isEqualTo(Duration.ofSeconds(4 * 2 + 3 * 30));
    }

    @Test
    void parts_wordings_and_conditions_become_turns() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: Parts
                defaults: {timeout: 2s}
                parts:
                  login: [{user: hello}, {user: "my name is {{name}}", when: name}]
                cases:
                  - name: order
                    turns:
                      - include: login
                      - user: [order a pizza, "I'd like a pizza", pizza please]
                      - include: login
                """);

        Case only = suite.cases().findFirst().orElseThrow();
        Conversation conversation = JSON.readValue(only.conversation(), Conversation.class);

        assertThat(only.turns()).isEqualTo(5);
        assertThat(only.budget()).isEqualTo(Duration.ofSeconds(10));
        assertThat(conversation.turns())
                .containsExactly(
                        new Turn("hello", List.of(), Map.of()),
                        new Turn("my name is {{name}}", List.of(), Map.of(), null, "name"),
                        new Turn(
                                "order a pizza",
                                List.of(),
                                Map.of(),
                                List.of("I'd like a pizza", "pizza please"),
                                null),
                        new Turn("hello", List.of(), Map.of()),
                        new Turn("my name is {{name}}", List.of(), Map.of(), null, "name"));
    }

    @Test
    void tools_of_a_case_go_along_with_it() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: Orders
                cases:
                  - name: order
                    tools:
                      - name: lookup_order
                        description: Looks up an order
                        parameters: {type: object, properties: {id: {type: string}}}
                        returns: {status: shipped, id: "{{args.id}}"}
                        delay: 200ms
                      - {name: refund, error: closed}
                    turns: [{user: hi}]
                """);

        Conversation only =
                JSON.readValue(suite.cases().findFirst().orElseThrow().conversation(), Conversation.class);

        assertThat(only.toolsOrNone())
                .containsExactly(
                        new Tool(
                                "lookup_order",
                                "Looks up an order",
                                Map.of("type", "object", "properties", Map.of("id", Map.of("type", "string"))),
                                Map.of("status", "shipped", "id", "{{args.id}}"),
                                null,
                                Duration.ofMillis(200)),
                        new Tool("refund", null, null, null, "closed", null));
    }

    @Test
    void json_with_tabs_and_escapes_is_read_as_well() throws JsonProcessingException {
        SuiteFile suite =
                read("{\n\t\"parley\": 1,\n\t\"name\": \"J\",\n\t\"cases\": [\n\t\t{\"name\": \"a\\/b \\uD83D\\uDE00\","
                        + "\n\t\t\"turns\": [{\"user\": \"x\"}]}]\n}");

        Conversation only =
                JSON.readValue(suite.cases().findFirst().orElseThrow().conversation(), Conversation.class);

        assertThat(only.name()).isEqualTo("a/b \uD83D\uDE00");
    }

    @Test
    void anchors_can_be_used_again() {
        SuiteFile suite = read("""
                parley: 1
                name: S
                cases:
                  - {name: a, turns: [{user: hi, expect: &polite [{contains: hello}]}]}
                  - {name: b, turns: [{user: hi, expect: *polite}]}
                """);

        assertThat(suite.cases()).hasSize(2);
    }

    @Test
    void numbers_and_words_are_read_by_the_core_schema_of_yaml() throws JsonProcessingException {
        SuiteFile suite = read("""
                parley: 1
                name: no
                cases:
                  - name: "yes"
                    vars: {a: no, b: 012, c: true, d: 1.50, e: "7"}
                    turns: [{user: on}]
                """);

        Conversation only =
                JSON.readValue(suite.cases().findFirst().orElseThrow().conversation(), Conversation.class);

        assertThat(suite.name()).isEqualTo("no");
        assertThat(only.vars()).isEqualTo(Map.of("a", "no", "b", 12, "c", true, "d", 1.5, "e", "7"));
        assertThat(only.turns().getFirst().user()).isEqualTo("on");
    }

    private static SuiteFile read(String text) {
        return Refusals.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
