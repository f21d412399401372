package io.parley.run.promptfoo;

import static io.parley.run.promptfoo.Conversions.mistakes;
import static io.parley.run.promptfoo.Conversions.suite;
import static io.parley.run.promptfoo.Conversions.suites;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.foreign.SourceFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptfooFormatTest {

    @Test
    void prompts_and_tests_and_lists_of_variables_multiply() {
        JsonNode suite = suite("""
                description: Cities
                prompts: ["About {{city}}", "On {{city}}, in {{tone}}"]
                defaultTest: {vars: {tone: brief}, assert: [{type: contains, value: general}]}
                tests:
                  - vars: {city: [Oslo, Rome]}
                    assert: [{type: contains, value: own}]
                  - {description: one, vars: {city: Bonn}, options: {disableDefaultAsserts: true}}
                """);

        assertThat(suite.path("name").asText()).isEqualTo("Cities");
        assertThat(suite.path("cases"))
                .extracting(each -> each.path("name").asText())
                .containsExactly(
                        "Test 1: city=Oslo [prompt 1]",
                        "Test 1: city=Oslo [prompt 2]",
                        "Test 1: city=Rome [prompt 1]",
                        "Test 1: city=Rome [prompt 2]",
                        "one [prompt 1]",
                        "one [prompt 2]");
        assertThat(suite.at("/cases/3/vars")).hasToString("{\"tone\":\"brief\",\"city\":\"Rome\"}");
        assertThat(suite.at("/cases/3/turns/0")).hasToString("""
                {"user":"On {{city}}, in {{tone}}","expect":[{"contains":"general"},{"contains":"own"}]}""");
        assertThat(suite.at("/cases/4/turns/0").has("expect")).isFalse();
        assertThat(suite.at("/cases/4/expect")).hasToString("[{\"turns\":{\"min\":1}}]");
    }

    @Test
    void each_test_of_a_scenario_is_held_with_each_of_its_configurations() {
        JsonNode suite = suite("""
                prompts: ["{{language}} {{text}}"]
                scenarios:
                  - config: [{vars: {language: de}}, {vars: {language: fr}}]
                    tests: [{vars: {text: a}}, {vars: {text: b}}]
                """);

        assertThat(suite.path("cases"))
                .extracting(each -> each.path("vars").toString())
                .containsExactly(
                        "{\"language\":\"de\",\"text\":\"a\"}",
                        "{\"language\":\"de\",\"text\":\"b\"}",
                        "{\"language\":\"fr\",\"text\":\"a\"}",
                        "{\"language\":\"fr\",\"text\":\"b\"}");
    }

    @Test
    void files_are_found_among_those_that_were_sent() {
        List<JsonNode> suites = suites(Map.of(
                "eval/promptfooconfig.yaml", """
                        prompts: [file://prompts/*.txt]
                        defaultTest: file://default.yaml
                        tests: [file://tests.csv, tests.jsonl, file://more.yaml]
                        """,
                "eval/prompts/a.txt", "One {{city}}\n---\nTwo {{city}}\n",
                "eval/default.yaml", "vars: {note: file://../note.md}",
                "note.md", " be kind \n",
                "eval/tests.csv",
                        "city,__expected1,__expected2,__description\nOslo,contains: x,\"contains-any: a, b\",row\n",
                "eval/tests.jsonl", "{\"vars\": {\"city\": \"Rome\"}}\n\n",
                "eval/more.yaml", "- vars: {city: Bonn}\n  assert: [{type: is-json, value: file://schema.json}]",
                "eval/schema.json", "{\"type\": \"object\"}"));

        JsonNode cases = suites.getFirst().path("cases");
        assertThat(cases).hasSize(6);
        assertThat(cases.at("/1/turns/0/user").asText()).isEqualTo("Two {{city}}");
        assertThat(cases.at("/0/name").asText()).isEqualTo("row: note=be kind [prompt 1]");
        assertThat(cases.at("/0/turns/0/expect"))
                .hasToString("[{\"contains\":\"x\"},{\"contains-any\":[\"a\",\"b\"]}]");
        assertThat(cases.at("/4/turns/0/expect/0/json-schema/type").asText()).isEqualTo("object");
    }

    @Test
    void each_provider_has_a_suite_with_it_as_the_target() {
        List<JsonNode> suites = suites(Map.of("promptfooconfig.yaml", """
                description: All
                prompts: ["{{q}}"]
                providers:
                  - echo
                  - {id: "openai:chat:gpt-4o", label: Big, config: {temperature: 0, apiBaseUrl: "http://localhost:1/v1"}}
                  - id: https://bot.example/chat
                    config:
                      method: PUT
                      headers: {Authorization: "Bearer {{env.KEY}}"}
                      body: {text: "{{prompt}}"}
                      transformResponse: json.choices[0].text
                  - file://own.py
                tests: [{vars: {q: hi}, assert: [{type: contains, value: h}]}]
                """));

        assertThat(suites)
                .extracting(suite -> suite.path("name").asText())
                .containsExactly("All [echo]", "All [Big]", "All [https://bot.example/chat]", "All [file://own.py]");
        assertThat(suites)
                .extracting(suite -> suite.path("target").toString())
                .containsExactly(
                        "{\"kind\":\"echo\"}",
                        "{\"kind\":\"chat\",\"base-url\":\"http://localhost:1/v1\",\"model\":\"gpt-4o\",\"parameters\":{\"temperature\":0}}",
                        "{\"kind\":\"http\",\"url\":\"https://bot.example/chat\",\"method\":\"PUT\",\"headers\":{\"Authorization\":\"Bearer {{secrets.KEY}}\"},"
                                + "\"body\":\"{\\\"text\\\":\\\"{{message}}\\\"}\",\"answer\":\"/choices/0/text\"}",
                        "");
        assertThat(suites.getLast().at("/cases/0/turns/0/expect/1"))
                .hasToString("{\"unsupported\":\"the provider file://own.py\"}");
    }

    @Test
    void variables_that_are_templates_or_have_reserved_names_are_set_where_they_are_used() {
        JsonNode only = suite("""
                prompts: ["{{message}}"]
                tests:
                  - vars: {name: Ada, greeting: "Hi {{name | upper}}", message: "{{greeting}}!", user: {age: 3}, "no name": x, numbers: [1, 2]}
                    assert: [{type: javascript, value: "context.vars.message === 'Hi ADA!' && context.vars['no name'] === 'x'"}]
                """).at("/cases/0");

        assertThat(only.path("vars")).hasToString("{\"name\":\"Ada\",\"user\":{\"age\":3},\"numbers\":[[1,2]]}");
        assertThat(only.at("/turns/0/user").asText())
                .isEqualTo("{% set greeting = (\"Hi \" ~ (name | upper | default(\"\")) ~ \"\") %}"
                        + "{% set message = ((greeting | default(\"\")) ~ \"!\" ~ \"\") %}{{message}}");
        assertThat(only.at("/turns/0/expect/0/javascript").asText())
                .contains("\"message\": {{ message | dump }}", "\"no name\": \"x\"", "{% set message = ");
    }

    @Test
    void a_prompt_that_is_json_stays_json_whatever_is_put_in() {
        JsonNode suite = suite("""
                prompts: ['[{"role": "user", "content": "Tell {{city}}"}]']
                tests: [{vars: {city: Oslo}}]
                """);

        assertThat(suite.at("/cases/0/turns/0/user").asText()).isEqualTo("""
                [
                  {
                    "role": "user",
                    "content": {{ ("Tell " ~ (city | default("")) ~ "") | dump }}
                  }
                ]""");
    }

    @Test
    void chat_messages_are_the_system_text_and_the_turns_of_a_chat_target() {
        String configuration = """
                prompts: ['[{"role": "system", "content": "Be kind"}, {"role": "user", "content": "Hi"}, {"role": "user", "content": "{{q}}"}]'%s]
                providers: ["openai:gpt-4o"]
                tests: [{vars: {q: why}, assert: [{type: contains, value: x}]}]
                """;

        JsonNode told = suite(configuration.formatted(""));
        JsonNode untold = suite(configuration.formatted(", '[{\"role\": \"assistant\", \"content\": \"A\"}]'"));

        assertThat(told.at("/target/system").asText()).isEqualTo("Be kind");
        assertThat(told.at("/cases/0/turns"))
                .hasToString("[{\"user\":\"Hi\"},{\"user\":\"{{q}}\",\"expect\":[{\"contains\":\"x\"}]}]");
        assertThat(untold.path("target").has("system")).isFalse();
        assertThat(untold.path("cases"))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each.findValue("unsupported").asText()).startsWith("a list of chat messages"));
    }

    @Test
    void references_within_a_file_and_merged_keys_are_followed() {
        JsonNode suite = suite("""
                prompts: ["{{q}}"]
                assertionTemplates: {polite: {type: contains, value: please}}
                tests:
                  - &first {vars: {q: a}, assert: [{$ref: '#/assertionTemplates/polite'}]}
                  - {<<: *first, description: second}
                """);

        assertThat(suite.path("cases"))
                .allSatisfy(each -> assertThat(each.at("/turns/0/expect/0")).hasToString("{\"contains\":\"please\"}"));
        assertThat(suite.at("/cases/1/name").asText()).isEqualTo("second");
    }

    @Test
    void thresholds_metrics_and_options_go_along() {
        JsonNode suite = suite("""
                prompts: ["{{q}}"]
                evaluateOptions: {repeat: 3, timeoutMs: 5000}
                defaultTest: {threshold: 0.5, options: {prefix: "Say: "}}
                tests: [{vars: {q: a}, assert: [{type: contains, value: x, metric: Tone of voice}]}]
                """);

        assertThat(suite.path("defaults")).hasToString("{\"timeout\":\"5000ms\",\"repeat\":3}");
        assertThat(suite.at("/cases/0/threshold").asDouble()).isEqualTo(0.5);
        assertThat(suite.at("/cases/0/tags")).hasToString("[\"metric:Tone-of-voice\"]");
        assertThat(suite.at("/cases/0/turns/0/user").asText()).isEqualTo("Say: {{q}}");
    }

    @Test
    void every_mistake_is_told_with_its_file_and_line() {
        assertThat(mistakes(Map.of(
                        "promptfooconfig.yaml",
                        """
                        prompts: [file://gone.txt]
                        tests:
                          - vars: {q: file://also-gone.txt}
                            assert:
                              - value: x
                              - {type: contains}
                              - {type: latency}
                              - {type: equals, value: x, weight: -1}
                          - file://tests.csv
                          - file://tests.jsonl
                          - file://tests.py
                        """,
                        "tests.csv",
                        "a,b\n1,2\n3\n",
                        "tests.jsonl",
                        "{}\n{oops\n",
                        "tests.py",
                        "")))
                .containsExactlyInAnyOrder(
                        "promptfooconfig.yaml:1 names the file gone.txt, which is not among those that were sent; send it too",
                        "promptfooconfig.yaml:3 names the file also-gone.txt, which is not among those that were sent; send it too",
                        "tests.csv:3 has 1 values, but the first line names 2 columns; a value with a comma or a line break needs quotes",
                        "tests.jsonl:2 is no JSON; each line must be one test as JSON",
                        "promptfooconfig.yaml:11 takes tests from tests.py, which nothing here can run; tests are read from CSV, YAML, JSON and JSONL");
        assertThat(mistakes(Map.of("promptfooconfig.yaml", """
                        prompts: [x]
                        tests:
                          - assert:
                              - value: x
                              - {type: contains}
                              - {type: latency}
                              - {type: equals, value: x, weight: -1}
                        """)))
                .containsExactly(
                        "promptfooconfig.yaml:4 an assertion needs a type, such as type: contains",
                        "promptfooconfig.yaml:5 contains needs a value that is a text",
                        "promptfooconfig.yaml:6 latency needs a threshold that is a number",
                        "promptfooconfig.yaml:7 weight must be a number from 0 to 1,000");
        assertThat(mistakes(Map.of("promptfooconfig.yaml", "prompts: [\n")))
                .singleElement()
                .asString()
                .startsWith("promptfooconfig.yaml:");
    }

    @Test
    void what_multiplies_beyond_any_suite_is_refused_before_it_is_made() {
        String values = "[" + "a, ".repeat(200) + "a]";
        String variables = "{a: " + values + ", b: " + values + ", c: " + values + "}";

        assertThat(mistakes(Map.of("promptfooconfig.yaml", "tests: [{vars: " + variables + "}]")))
                .containsExactly("promptfooconfig.yaml:1 multiplies to more than 20,000 cases");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            promptfooconfig.yaml | description: x             | true
            a.yaml               | prompts: [x]               | true
            a.json               | {"tests": []}              | true
            a.csv                | q,__expected               | true
            a.jsonl              | {"vars": {}}               | true
            a.yaml               | [{vars: {}}]               | true
            a.yaml               | {parley: 1, tests: []}     | false
            a.jsonl              | {"input": [], "ideal": ""} | false
            a.csv                | q,a                        | false
            a.convo.txt          | #me                        | false
            """)
    void its_files_are_recognised_and_others_are_not(String path, String text, boolean recognised) {
        assertThat(new PromptfooFormat().recognises(new SourceFiles(Map.of(path, text))))
                .isEqualTo(recognised);
    }
}
