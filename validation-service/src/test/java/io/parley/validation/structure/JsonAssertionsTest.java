package io.parley.validation.structure;

import static io.parley.validation.testing.Checking.check;
import static io.parley.validation.testing.Checking.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonAssertionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'is-json': true}          | {"a": 1}     | PASS | the answer is JSON
            {'is-json': true}          | ` [1, 2]\n ` | PASS | the answer is JSON
            {'is-json': true}          | 42           | PASS | the answer is JSON
            {'is-json': true}          | "text"       | PASS | the answer is JSON
            {'is-json': true}          | null         | PASS | the answer is JSON
            {'is-json': true}          | It is sunny. | FAIL | the answer is not JSON: "It is sunny."
            {'is-json': true}          | {"a": 1} ok  | FAIL | the answer is not JSON: "{"a": 1} ok"
            {'is-json': true}          | {"a": 1      | FAIL | the answer is not JSON: "{"a": 1"
            {'is-json': true}          | {'a': 1}     | FAIL | the answer is not JSON: "{'a': 1}"
            {'is-json': true}          | {"a": NaN}   | FAIL | the answer is not JSON: "{"a": NaN}"
            {'is-json': true}          | ``           | FAIL | the answer is not JSON: ""
            {'is-json': true}          | `  `         | FAIL | the answer is not JSON: "  "
            {'not': {'is-json': true}} | It is sunny. | PASS | the answer is not JSON: "It is sunny."
            {'not': {'is-json': true}} | []           | FAIL | the answer is JSON
            """)
    void is_json_takes_one_whole_json_value(String assertion, String answer, Verdict verdict, String reason) {
        assertFinding(check(assertion, answer), verdict, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'path': '$.a'}                                   | {"a": 1}            | PASS | $.a is 1
            {'path': '$.a'}                                   | {"a": null}         | PASS | $.a is null
            {'path': '$.a'}                                   | {"b": 1}            | FAIL | the answer has no $.a: "{"b": 1}"
            {'path': '$.a'}                                   | sunny               | FAIL | the answer is not JSON: "sunny"
            {'path': '$.a', 'exists': true}                   | {"a": {"b": []}}    | PASS | $.a is {"b":[]}
            {'path': '$.a', 'exists': false}                  | {"b": 1}            | PASS | the answer has no $.a: "{"b": 1}"
            {'path': '$.a', 'exists': false}                  | {"a": 1}            | FAIL | $.a is 1
            {'path': '$.a', 'exists': false}                  | sunny               | FAIL | the answer is not JSON: "sunny"
            {'path': '$.a', 'equals': 1}                      | {"a": 1.0}          | PASS | $.a is 1.0
            {'path': '$.a', 'equals': 1}                      | {"a": 2}            | FAIL | $.a is 2, not 1
            {'path': '$.a', 'equals': 1}                      | {"a": "1"}          | FAIL | $.a is "1", not 1
            {'path': '$.a', 'equals': 1}                      | {}                  | FAIL | the answer has no $.a: "{}", not 1
            {'path': '$.a', 'equals': null}                   | {"a": null}         | PASS | $.a is null
            {'path': '$.a', 'equals': null}                   | {}                  | FAIL | the answer has no $.a: "{}", not null
            {'path': '$.a', 'equals': 'größe'}                | {"a": "größe"}      | PASS | $.a is "größe"
            {'path': '$.a', 'equals': {'x': 1, 'y': [2]}}     | {"a":{"y":[2.0],"x":1}} | PASS | $.a is {"y":[2.0],"x":1}
            {'path': '$.a', 'equals': [1, 2]}                 | {"a": [2, 1]}       | FAIL | $.a is [2,1], not [1,2]
            {'path': '$.a', 'equals': 12345678901234567890123} | {"a": 12345678901234567890124} | FAIL | $.a is 12345678901234567890124, not 12345678901234567890123
            {'path': '$[*].a', 'equals': [1, 2]}              | [{"a": 1},{"a": 2}] | PASS | $[*].a finds 2 values, [1,2]
            {'path': '$[*].a', 'equals': 1}                   | [{"a": 1}]          | PASS | $[*].a is 1
            {'path': '$[*].a', 'equals': [1]}                 | [{"a": 1}]          | PASS | $[*].a is 1
            {'path': '$[*].a', 'equals': 1}                   | [{"a": 1},{"a": 1}] | FAIL | $[*].a finds 2 values, [1,1], not 1
            {'path': '$[*].a', 'equals': []}                  | []                  | PASS | the answer has no $[*].a: "[]"
            {'path': '$.l[*]', 'count': 2}                    | {"l": [1, 2]}       | PASS | $.l[*] finds 2 values in the answer
            {'path': '$.l[*]', 'count': 2}                    | {"l": [1]}          | FAIL | $.l[*] finds 1 value in the answer, not 2
            {'path': '$.l', 'count': 2}                       | {"l": [1, 2]}       | FAIL | $.l finds 1 value in the answer, not 2; $.l[*] finds the 2 elements of this list
            {'path': '$.l[*]', 'count': 0}                    | {"l": []}           | PASS | $.l[*] finds 0 values in the answer
            {'path': '$.l[*]', 'count': 0}                    | sunny               | FAIL | the answer is not JSON: "sunny"
            """)
    void json_path_tells_what_it_finds(String rule, String answer, Verdict verdict, String reason) {
        assertFinding(check("{'json-path': " + rule + "}", answer), verdict, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type': 'object', 'required': ['a']}                  | {"a": 1}  | PASS | the answer follows the schema
            {'type': 'object', 'required': ['a']}                  | {"b": 1}  | FAIL | the answer breaks the schema, it required property 'a' not found: "{"b": 1}"
            {'properties': {'a': {'type': 'integer'}}}             | {"a":"x"} | FAIL | the answer breaks the schema, /a string found, integer expected: "{"a":"x"}"
            {'properties': {'a': {'pattern': '^(x+x+)+y$'}}}       | {"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"} | FAIL | the answer breaks the schema, /a does not match the regex pattern ^(x+x+)+y$: "{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"
            {}                                                     | 7         | PASS | the answer follows the schema
            {}                                                     | sunny     | FAIL | the answer is not JSON: "sunny"
            """)
    void json_schema_tells_the_first_broken_rule(String schema, String answer, Verdict verdict, String reason) {
        assertFinding(check("{'json-schema': " + schema + "}", answer), verdict, reason);
    }

    @Test
    void the_opposite_passes_where_the_assertion_fails() {
        assertThat(check("{'not': {'json-path': {'path': '$.error'}}}", "{\"ok\": true}")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'not': {'json-schema': {'type': 'object'}}}", "{}").verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_json_of_a_conversation_is_its_last_answer() {
        Subject conversation = Subject.ofConversation(transcript("Hello", "{\"a\": 1}"), Effort.ofOneExecution());

        assertThat(check("{'is-json': true}", conversation).reason()).isEqualTo("the last answer is JSON");
        assertThat(check("{'json-path': {'path': '$.b'}}", conversation).reason())
                .isEqualTo("the last answer has no $.b: \"{\"a\": 1}\"");
    }

    @Test
    void the_evidence_names_path_count_and_the_first_value() {
        assertThat(check("{'json-path': {'path': '$[*]'}}", "[3, 4]").evidence())
                .isEqualTo(Map.of("path", "$[*]", "count", 2, "found", "3"));
    }

    @Test
    void many_values_are_shown_by_the_first_of_them() {
        assertThat(check("{'json-path': {'path': '$[*]', 'count': 9}}", "[1,2,3,4]")
                        .reason())
                .isEqualTo("$[*] finds 4 values in the answer, not 9");
        assertThat(check("{'json-path': {'path': '$[*]', 'equals': 9}}", "[1,2,3,4]")
                        .reason())
                .isEqualTo("$[*] finds 4 values, [1,2,3,…], not 9");
    }

    @Test
    @Timeout(20)
    void values_that_hold_each_other_are_not_written_out() {
        String answer = "{\"a\":".repeat(190) + "\"" + "x".repeat(1 << 19) + "\"" + "}".repeat(190);

        assertThat(check("{'json-path': {'path': '$..a', 'count': 190}}", answer)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'json-path': {'path': '$..a'}}", answer).reason())
                .startsWith("$..a finds 190 values, [{\"a\":{\"a\":")
                .hasSizeLessThan(1_000);
    }

    @Test
    void nesting_deeper_than_anybody_means_is_given_up() {
        assertThat(check("{'is-json': true}", "[".repeat(200) + "]".repeat(200)).verdict())
                .isEqualTo(Verdict.PASS);
        for (String answer : List.of("[".repeat(201) + "]".repeat(201), "[".repeat(500_000))) {
            assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> check("{'is-json': true}", answer));
        }
    }

    private static void assertFinding(Finding finding, Verdict verdict, String reason) {
        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }
}
