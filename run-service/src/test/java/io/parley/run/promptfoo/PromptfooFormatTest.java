package io.parley.run.promptfoo;

import static io.parley.run.promptfoo.Conversions.mistakes;
import static io.parley.run.promptfoo.Conversions.suite;
import static io.parley.run.promptfoo.Conversions.suites;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.foreign.SourceFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void what_stands_beside_a_reference_stands_over_what_it_refers_to() {
        JsonNode suite = suite("""
                prompts: ["{{q}}"]
                templates:
                  polite: {type: contains, value: please, metric: tone}
                  first: {vars: {q: a}, assert: [{$ref: '#/templates/polite', value: thanks}]}
                tests: [{<<: {$ref: '#/templates/first'}, description: merged}]
                """);

        assertThat(suite.at("/cases/0/turns/0/expect/0")).hasToString("{\"contains\":\"thanks\"}");
        assertThat(suite.at("/cases/0/tags")).hasToString("[\"metric:tone\"]");
        assertThat(suite.at("/cases/0/vars")).hasToString("{\"q\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tests: [{$ref: '#/templates/typo'}]                  | refers to #/templates/typo, where nothing stands in this file
            tests: [{assert: [{$ref: 'shared.yaml#/polite'}]}]   | refers to shared.yaml#/polite; a $ref must name a place of the same file, such as '#/templates/polite'
            tests: [{vars: {<<: {$ref: '#/gone'}}}]              | refers to #/gone, where nothing stands in this file
            tests: {$ref: '#/tests'}                             | is the last of 50 references or merged keys inside each other; do they lead back to themselves?
            {tests: [{$ref: '#/a'}], a: {<<: {$ref: '#/a'}}}     | is the last of 50 references or merged keys inside each other; do they lead back to themselves?
            """)
    void references_that_lead_nowhere_or_in_circles_are_mistakes(String configuration, String mistake) {
        assertThat(mistakes(Map.of("promptfooconfig.yaml", configuration)))
                .containsExactly("promptfooconfig.yaml:1 " + mistake);
    }

    @Test
    void references_that_double_with_each_line_are_refused() {
        String doubling = IntStream.range(0, 22)
                .mapToObj(number ->
                        "t%d: {<<: [{$ref: '#/t%d'}, {$ref: '#/t%d'}]}%n".formatted(number, number + 1, number + 1))
                .collect(Collectors.joining("", "", "t22: {}\n"));

        assertThat(mistakes(Map.of("promptfooconfig.yaml", doubling + "tests: [{$ref: '#/t0'}]")))
                .singleElement()
                .asString()
                .contains("refers, with all other references of the file, to more than 1,000,000 places");
    }

    @Test
    void files_that_lead_back_to_themselves_are_mistakes() {
        assertThat(mistakes(Map.of(
                        "promptfooconfig.yaml", "tests: file://a.yaml",
                        "a.yaml", "tests: [file://b.yaml]",
                        "b.yaml", "tests: file://a.yaml")))
                .containsExactly("b.yaml:1 names the file a.yaml, which leads back to itself");
        assertThat(mistakes(Map.of("promptfooconfig.yaml", "providers: file://p.yaml", "p.yaml", "[file://p.yaml]")))
                .containsExactly("p.yaml:1 names the file p.yaml, which leads back to itself");
    }

    @Test
    void files_that_double_without_end_are_refused() {
        Map<String, String> files = new HashMap<>(Map.of("promptfooconfig.yaml", "tests: file://0.yaml"));
        IntStream.range(0, 19)
                .forEach(number -> files.put(
                        number + ".yaml", "tests: [file://%d.yaml, file://%d.yaml]".formatted(number + 1, number + 1)));
        files.put("19.yaml", "tests: []");

        assertThat(mistakes(files))
                .singleElement()
                .asString()
                .contains("one more than 20 inside each other or 20,000 in all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p/*.txt      | p/a.txt p/b.txt
            p/?.txt      | p/a.txt p/b.txt
            p/{a,c}.txt  | p/a.txt
            p/[b-z].txt  | p/b.txt
            p/[!a].txt   | p/b.txt
            p/**/*.txt   | p/a.txt p/b.txt p/q/c.txt
            p/**/q/*.txt | p/q/c.txt
            """)
    void wildcards_name_files(String glob, String named) {
        Map<String, String> files = Map.of(
                "promptfooconfig.yaml", "prompts: ['file://" + glob + "']",
                "p/a.txt", "p/a.txt",
                "p/b.txt", "p/b.txt",
                "p/q/c.txt", "p/q/c.txt");

        assertThat(suites(files).getFirst().findValuesAsText("user")).containsExactly(named.split(" ", -1));
    }

    @Test
    void wildcards_that_go_back_and_forth_are_answered() {
        String path = "p/" + "a".repeat(900);

        assertThat(mistakes(Map.of("promptfooconfig.yaml", "prompts: ['file://p/" + "*a".repeat(30) + "b']", path, "")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: similar, value: a, threshold: '0.95'}                       | {"similar":{"at-least":0.95,"to":"a"}}
            {type: similar, value: a, threshold: ' 1e-1 '}                     | {"similar":{"at-least":0.1,"to":"a"}}
            {type: assert-set, threshold: '.5', assert: [{type: is-json}]}     | {"weighted":{"threshold":0.5,"of":[{"is-json":true}]}}
            """)
    void thresholds_may_be_texts(String assertion, String expected) {
        assertThat(Conversions.expected(assertion).getFirst()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assert: [{type: similar, value: a, threshold: '{{t}}'}]",
                "assert: [{type: similar, value: a, threshold: true}]",
                "assert: [{type: similar, value: a, threshold: ''}]",
                "assert: [{type: assert-set, threshold: high, assert: [{type: is-json}]}]",
                "threshold: high, assert: [{type: is-json}]",
            })
    void a_threshold_that_is_no_number_is_a_mistake(String test) {
        assertThat(mistakes(Map.of("a.yaml", "prompts: [x]\ntests: [{" + test + "}]")))
                .containsExactly("a.yaml:2 threshold must be a number, such as 0.8");
    }

    @Test
    void a_column_of_thresholds_holds_numbers() {
        assertThat(mistakes(Map.of("a.csv", "q,__expected,__threshold\nx,is-json,high\n")))
                .containsExactly("a.csv:2 threshold must be a number, such as 0.8");
        assertThat(suites(Map.of("a.csv", "q,__expected,__threshold\nx,is-json,0.5\n"))
                        .getFirst()
                        .at("/cases/0/threshold")
                        .asDouble())
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vars: {want: '{{env.WANT}}'}",
                "vars: {want: \"{{ env['WANT'] }}\"}",
                "vars: {want: a, other: [[1, '{{env.WANT}}']]}",
                "options: {prefix: '{{env.WANT}}'}"
            })
    void a_variable_of_the_environment_is_never_empty_here(String test) {
        JsonNode suite = suite("prompts: [x]\ntests: [{" + test + ", assert: [{type: contains, value: '{{want}}'}]}]");

        assertThat(suite.findValuesAsText("unsupported"))
                .singleElement()
                .asString()
                .containsAnyOf("the environment variable WANT", "with templates inside a list");
    }

    @Test
    void a_test_may_be_of_some_prompts_and_providers_by_their_names_beginnings_and_groups() {
        List<JsonNode> suites = suites(Map.of("a.yaml", """
                prompts: [{raw: one, label: "short:a"}, {raw: two, label: "short:b"}, {raw: three, label: long}]
                providers: [echo, {id: "openai:gpt-4o", label: Big}]
                tests: [{prompts: [short], providers: [Big]}, {prompts: ["lo*"], providers: [echo]}]
                """));

        assertThat(suites)
                .extracting(suite -> suite.findValuesAsText("user"))
                .containsExactly(List.of("three"), List.of("one", "two"));
    }

    @Test
    void a_test_of_prompts_or_providers_that_are_not_there_is_a_mistake() {
        assertThat(mistakes(Map.of("a.yaml", """
                        prompts: [{raw: one, label: a}, {raw: two, label: b}]
                        providers: [echo]
                        tests:
                          - {prompts: [a, gone]}
                          - {providers: [ech]}
                          - {prompts: []}
                        """)))
                .containsExactly(
                        "a.yaml:4 prompts names gone, and there is none of this name; there are a, b",
                        "a.yaml:6 prompts must name at least one; without it, all are",
                        "a.yaml:5 providers names ech, and there is none of this name; there are echo");
    }

    @Test
    @Timeout(20)
    void tests_find_what_they_are_of_by_name_however_many_prompts_there_are() {
        int many = 6_000;
        String prompts = IntStream.range(0, many)
                .mapToObj("{raw: r%1$d, label: 'p%1$d:x'}"::formatted)
                .collect(Collectors.joining(", "));
        String tests = IntStream.range(0, many)
                .mapToObj("{prompts: [p%1$d, 'p%1$d:x', 'p%1$d:*', r%1$d, 'r%1$d*']}"::formatted)
                .collect(Collectors.joining(", "));

        JsonNode suite = suite("{prompts: [" + prompts + "], tests: [" + tests + "]}");

        assertThat(suite.path("cases").size()).isGreaterThanOrEqualTo(many);
        assertThat(suite.at("/cases/0/turns/0/user").asText()).isEqualTo("r0");
    }

    @Test
    void a_file_of_tests_one_to_a_line_holds_no_more_values_than_others() {
        String line = "{\"vars\": {\"a\": [" + "0,".repeat(250_000) + "0]}}\n";

        assertThat(mistakes(Map.of("promptfooconfig.yaml", "tests: file://a.jsonl", "a.jsonl", line + line)))
                .contains("a.jsonl:2 the file holds more than 400000 values; split it");
    }

    @Test
    void configurations_beside_the_usual_one_that_nobody_names_are_suites_too() {
        List<JsonNode> suites = suites(Map.of(
                "promptfooconfig.yaml", "{description: usual, prompts: file://p.yaml, tests: file://named.yaml}",
                "p.yaml", "[one]",
                "named.yaml", "{prompts: [x], tests: [{vars: {a: 1}}]}",
                "billing.yaml", "{description: beside, prompts: [two], tests: [{vars: {a: 1}}]}",
                "package.json", "{\"targets\": {\"main\": {}}}",
                "cluster.yaml", "a: 1\n---\nb: 2\n"));

        assertThat(suites).extracting(suite -> suite.path("name").asText()).containsExactly("usual", "beside");
    }

    @Test
    void tests_that_come_to_nothing_are_a_mistake_and_no_test_is_one_of_each_prompt() {
        assertThat(mistakes(Map.of("a.yaml", "prompts: [x]\ntests: file://t.csv", "t.csv", "q,__expected\n")))
                .containsExactly("a.yaml:2 tests come to no test at all");
        assertThat(mistakes(Map.of("a.yaml", "prompts: [x]\nscenarios: [{config: [], tests: [{vars: {a: 1}}]}]")))
                .containsExactly("a.yaml:2 scenarios come to no test at all");
        assertThat(mistakes(Map.of(
                        "a.yaml",
                        "prompts: [x]\nscenarios: [{config: [{vars: {a: 1}}], tests: file://t.csv}]",
                        "t.csv",
                        "q,__expected\n")))
                .containsExactly("a.yaml:2 has tests that come to nothing");
        assertThat(suite("prompts: [x]\ntests: []").path("cases")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {id: "https://a.example/x", config: {queryParams: {a: b}}}       | the provider https://a.example/x with config.queryParams
            {id: "https://a.example/x", config: {transformRequest: x}}       | the provider https://a.example/x with config.transformRequest
            {id: "https://a.example/x", config: {validateStatus: x}}         | the provider https://a.example/x with config.validateStatus
            {id: "openai:gpt-4o", config: {temperature: 0, tools: [{}]}}     | the provider openai:gpt-4o with config.tools
            {"openai:gpt-4o": {config: {apiHost: other.example}}}            | the provider openai:gpt-4o with config.apiHost
            {id: "openai:gpt-4o", prompts: [one]}                            | the provider openai:gpt-4o with prompts
            """)
    void a_provider_that_is_set_in_other_ways_than_targets_are_is_not_asked(String provider, String unsupported) {
        JsonNode suite = suite("prompts: [x]\nproviders: [" + provider + "]\ntests: [{assert: [{type: is-json}]}]");

        assertThat(suite.has("target")).isFalse();
        assertThat(suite.findValuesAsText("unsupported")).containsExactly(unsupported);
    }

    @Test
    void keys_and_bills_keep_nobody_from_being_asked() {
        JsonNode suite = suite(
                "prompts: [x]\nproviders: [{id: 'openai:gpt-4o', delay: 10, config: {apiKey: k, organization: o, seed: 1}}]");

        assertThat(suite.path("target"))
                .hasToString(
                        "{\"kind\":\"chat\",\"base-url\":\"https://api.openai.com/v1\",\"model\":\"gpt-4o\",\"parameters\":{\"seed\":1}}");
    }

    @Test
    void extensions_are_an_error_in_every_case() {
        assertThat(suite("prompts: [x, y]\nextensions: ['file://hook.js:run']").findValuesAsText("unsupported"))
                .containsExactly("extensions", "extensions");
    }

    @Test
    void cases_of_one_name_are_numbered() {
        String tests = "{description: same}, {description: same}, {description: 'same (2)'}, {description: same}";

        assertThat(suite("prompts: [x]\ntests: [" + tests + "]").path("cases").findValuesAsText("name"))
                .containsExactly("same", "same (2)", "same (2) (2)", "same (3)");
    }

    @Test
    void more_tests_than_any_suite_has_are_refused() {
        assertThat(mistakes(Map.of("a.yaml", "prompts: [x]\ntests:\n" + "  - {}\n".repeat(20_001))))
                .containsExactly("a.yaml:20003 is more, with the tests before it, than 20,000 tests");
    }

    @Test
    void the_suites_of_all_configurations_have_ten_mebibytes_together() {
        String test = "  - {vars: {q: " + "x".repeat(1_000) + "}}\n";
        String configuration = "prompts: [x]\ntests:\n" + test.repeat(6_000);

        assertThat(mistakes(Map.of("a.yaml", configuration, "b.yaml", configuration)))
                .containsExactly(
                        "b.yaml:1 comes, with the files before it, to suites of more than 10 MiB; import fewer tests at a time");
    }

    @Test
    @Timeout(60)
    void texts_made_to_be_slow_are_read() {
        String spaces = "\\n".repeat(200_000);

        assertThat(suite("prompts: [x]\ntests: [{assert: [{type: javascript, value: \"" + spaces + "true\"}]}]")
                        .path("cases"))
                .hasSize(1);
        assertThat(suites(Map.of(
                        "promptfooconfig.yaml", "prompts: [file://p.txt]", "p.txt", "\n ".repeat(200_000) + "x")))
                .hasSize(1);
        assertThat(Conversions.expected("{type: regex, value: '" + "a".repeat(30_000) + "'}"))
                .isNotEmpty();
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
