package io.parley.run.promptfoo;

import static io.parley.run.promptfoo.Conversions.expected;
import static io.parley.run.promptfoo.Conversions.suite;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: equals, value: 5.0}                                   | {"equals":"5"}
            {type: equals, value: "{{city}}"}                            | {"equals":"{{city}}"}
            {type: equals, value: {a: 1}}                                | {"json-path":{"path":"$","equals":{"a":1}}}
            {type: not-equals, value: x}                                 | {"not":{"equals":"x"}}
            {type: contains, value: x, weight: 2}                        | {"contains":"x","weight":2.0}
            {type: not-icontains, value: x, weight: 0.5}                 | {"not":{"contains":"x","ignore-case":true},"weight":0.5}
            {type: contains-any, value: [a, 1]}                          | {"contains-any":["a","1"]}
            {type: icontains-all, value: 'a, "b, c"'}                    | {"contains-all":["a","b, c"],"ignore-case":true}
            {type: starts-with, value: x}                                | {"starts-with":"x"}
            `{type: regex, value: '^\\d+ (a|b)[c-d]$'}`                  | `{"regex":"^\\\\d+ (a|b)[c-d]$"}`
            {type: is-json}                                              | {"is-json":true}
            {type: is-json, value: {required: [a]}}                      | {"json-schema":{"required":["a"],"$schema":"http://json-schema.org/draft-07/schema#"}}
            {type: is-json, value: '{"$schema": "x"}'}                   | {"json-schema":{"$schema":"x"}}
            {type: contains-json}                                        | {"contains-json":true}
            {type: contains-json, value: {$schema: x}}                   | {"contains-json":{"schema":{"$schema":"x"}}}
            {type: is-html}                                              | {"is-html":true}
            {type: is-xml}                                               | {"is-xml":true}
            {type: is-xml, value: "a, a.b"}                              | {"is-xml":{"elements":["a","a.b"]}}
            {type: contains-xml, value: {requiredElements: [a]}}         | {"contains-xml":{"elements":["a"]}}
            {type: is-sql}                                               | {"is-sql":true}
            {type: not-contains-sql}                                     | {"not":{"contains-sql":true}}
            {type: levenshtein, value: x}                                | {"levenshtein":{"to":"x","at-most":5}}
            {type: levenshtein, value: x, threshold: 2.5}                | {"levenshtein":{"to":"x","at-most":2}}
            {type: latency, threshold: 800}                              | {"latency":{"at-most":"800ms"}}
            {type: cost, threshold: 0.002}                               | {"cost":{"at-most":0.002}}
            {type: meteor, value: x}                                     | {"meteor":{"at-least":0.5,"to":"x"}}
            {type: similar, value: [x, y], threshold: 0.9}               | {"similar":{"at-least":0.9,"to":["x","y"]}}
            {type: 'similar:cosine', value: x}                           | {"similar":{"at-least":0.75,"to":"x"}}
            {type: word-count, value: 3}                                 | {"word-count":{"exact":3}}
            {type: word-count, value: {min: 2}}                          | {"word-count":{"min":2}}
            {type: finish-reason, value: stop}                           | {"finish-reason":"stop"}
            {type: is-refusal}                                           | {"any":[{"refusal":true},{"regex":"^\\\\s*$"}]}
            {type: llm-rubric, value: is kind}                           | {"rubric":{"model":"judge","text":"is kind"}}
            {type: llm-rubric, value: x, provider: 'openai:chat:gpt-4o'} | {"rubric":{"model":"gpt-4o","text":"x"}}
            {type: model-graded-closedqa, value: is kind}                | {"rubric":{"model":"judge","text":"is kind"}}
            {type: factuality, value: x}                                 | {"factuality":{"model":"judge","reference":"x"}}
            {type: answer-relevance}                                     | {"answer-relevance":{"model":"judge"}}
            {type: g-eval, value: x}                                     | {"g-eval":{"model":"judge","criteria":"x"}}
            {type: assert-set, assert: [{type: contains, value: x}]}     | {"all":[{"contains":"x"}]}
            {type: assert-set, threshold: 0.5, assert: [{type: contains, value: x, weight: 2}]} | {"weighted":{"threshold":0.5,"of":[{"contains":"x","weight":2.0}]}}
            """)
    void what_means_the_same_becomes_an_assertion_of_parleys(String assertion, String translated) {
        assertThat(expected(assertion)).extracting(JsonNode::toString).containsExactly(translated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: regex, value: '(?<=a)b'}",
                "{type: regex, value: '\\s'}",
                "{type: regex, value: '(a)\\1'}",
                "{type: regex, value: '{{city}}'}",
                "{type: contains-any, value: '{{city}}, x'}",
                "{type: contains-html}",
                "{type: bleu, value: x}",
                "{type: gleu, value: [x, y]}",
                "{type: rouge-n, value: x}",
                "{type: latency, threshold: 0.5}",
                "{type: word-count, value: '{{city}}'}",
                "{type: tool-call-f1, value: [f]}",
                "{type: javascript, value: output.length > 3}",
                "{type: not-javascript, value: output.length > 3}"
            })
    void what_parley_measures_in_another_way_becomes_a_script(String assertion) {
        JsonNode translated = expected(assertion).getFirst();

        JsonNode script = translated.path("not").has("javascript") ? translated.path("not") : translated;
        assertThat(script.path("javascript").asText()).contains("const given = output;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: python, value: x}                                      | python, which needs Python
            {type: not-webhook, value: 'http://x'}                        | webhook, which needs a request to a webhook
            {type: 'trajectory:tool-used', value: x}                      | trajectory:tool-used, which needs traces of the provider
            {type: select-best, value: x}                                 | select-best, which needs the answers of other providers
            {type: brand-new, value: x}                                   | the assertion brand-new, which is not known here
            {type: is-sql, value: {allowedTables: [a]}}                   | is-sql with allowed tables or columns
            {type: contains, value: 'file://x.py'}                        | a value from the program file://x.py
            {type: contains, value: '{{env.HOME}}'}                       | the environment variable HOME
            {type: context-recall, value: x}                              | context-recall without a variable context
            {type: is-html, transform: output.trim()}                     | is-html after a transform
            {type: llm-rubric, value: x, rubricPrompt: y}                 | llm-rubric with a rubricPrompt
            """)
    void what_cannot_run_becomes_an_error_that_names_it(String assertion, String what) {
        assertThat(expected(assertion))
                .extracting(translated -> translated.path("unsupported").asText())
                .containsExactly(what);
    }

    @Test
    void an_assertion_that_weighs_nothing_decides_nothing() {
        JsonNode suite = suite("tests: [{assert: [{type: contains, value: x, weight: 0}]}]");

        assertThat(suite.at("/cases/0/turns/0").has("expect")).isFalse();
        assertThat(suite.at("/cases/0/expect")).hasToString("[{\"turns\":{\"min\":1}}]");
    }

    @Test
    void a_transform_changes_what_the_other_assertions_look_at() {
        JsonNode suite = suite("""
                tests:
                  - options: {transform: "output.trim()"}
                    assert: [{type: contains, value: x, transform: "output + '!'"}, {type: cost, threshold: 1}]
                """);

        JsonNode expected = suite.at("/cases/0/turns/0/expect");
        assertThat(expected.at("/0/javascript").asText())
                .containsSubsequence("return output.trim()", "return output + '!'", "const wanted = \"x\";");
        assertThat(expected.at("/1")).hasToString("{\"cost\":{\"at-most\":1.0}}");
    }

    @Test
    void no_script_of_ours_has_anything_that_templates_take_for_theirs() {
        assertThat(Scripts.types())
                .allSatisfy(type ->
                        assertThat(TemplateText.isTemplate(Scripts.body(type))).isFalse());
    }
}
