package io.parley.validation.text;

import static io.parley.contracts.Verdict.FAIL;
import static io.parley.contracts.Verdict.PASS;
import static io.parley.validation.testing.Checking.check;
import static io.parley.validation.testing.Checking.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAssertionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'equals': 'Berlin'}                               | Berlin     | PASS | the answer is "Berlin"
            {'equals': 'Berlin'}                               | Oslo       | FAIL | the answer is not "Berlin": "Oslo"
            {'equals': 'Berlin'}                               | berlin     | FAIL | the answer is not "Berlin": "berlin"
            {'equals': 'Berlin'}                               | `Berlin `  | FAIL | the answer is not "Berlin": "Berlin "
            {'equals': 'Berlin'}                               | ``         | FAIL | the answer is not "Berlin": ""
            {'equals': ''}                                     | ``         | PASS | the answer is ""
            {'equals': ''}                                     | ` `        | FAIL | the answer is not "": " "
            {'equals': 'berlin', 'ignore-case': true}          | BERLIN     | PASS | the answer is "berlin"
            {'equals': 'STRASSE', 'ignore-case': true}         | straße     | PASS | the answer is "STRASSE"
            {'equals': 'ὈΔΥΣΣΕΎΣ', 'ignore-case': true}        | ὀδυσσεύς   | PASS | the answer is "ὈΔΥΣΣΕΎΣ"
            {'equals': '👍🏽'}                                   | 👍          | FAIL | the answer is not "👍🏽": "👍"
            {'contains': 'Berlin'}                             | in Berlin. | PASS | the answer contains "Berlin"
            {'contains': 'Berlin'}                             | in BERLIN. | FAIL | the answer does not contain "Berlin": "in BERLIN."
            {'contains': 'Berlin', 'ignore-case': true}        | in BERLIN. | PASS | the answer contains "Berlin"
            {'contains': 'Berlin', 'ignore-case': false}       | in BERLIN. | FAIL | the answer does not contain "Berlin": "in BERLIN."
            {'contains': 'Berlin'}                             | Berlin     | PASS | the answer contains "Berlin"
            {'contains': 'Berlin'}                             | Berli      | FAIL | the answer does not contain "Berlin": "Berli"
            {'contains': 'Berlin'}                             | ``         | FAIL | the answer does not contain "Berlin": ""
            {'contains': 'größe', 'ignore-case': true}         | GRÖSSE     | PASS | the answer contains "größe"
            {'contains': 'groß', 'ignore-case': true}          | GROSS      | PASS | the answer contains "groß"
            {'contains': '😀'}                                  | hi 😀!      | PASS | the answer contains "😀"
            {'contains-any': ['sun', 'rain']}                  | some rain  | PASS | the answer contains "rain"
            {'contains-any': ['sun', 'rain']}                  | snow       | FAIL | the answer contains none of "sun", "rain": "snow"
            {'contains-any': ['SUN'], 'ignore-case': true}     | sunny      | PASS | the answer contains "SUN"
            {'contains-any': ['a','b','c','d','e','f','g']}    | z          | FAIL | the answer contains none of "a", "b", "c", "d", "e" and 2 more: "z"
            {'contains-all': ['sun', 'wind']}                  | sun, wind  | PASS | the answer contains "sun", "wind"
            {'contains-all': ['sun', 'wind', 'sea']}           | wind       | FAIL | the answer does not contain "sun", "sea": "wind"
            {'contains-all': ['SUN', 'Wind'], 'ignore-case': true} | sun, wind | PASS | the answer contains "SUN", "Wind"
            {'starts-with': 'Sorry'}                           | Sorry, no. | PASS | the answer starts with "Sorry"
            {'starts-with': 'Sorry'}                           | So sorry   | FAIL | the answer does not start with "Sorry": "So sorry"
            {'starts-with': 'Sorry'}                           | Sorr       | FAIL | the answer does not start with "Sorry": "Sorr"
            {'starts-with': 'SORRY', 'ignore-case': true}      | Sorry!     | PASS | the answer starts with "SORRY"
            {'regex': '[0-9]+ degrees'}                        | 21 degrees | PASS | the answer matches "[0-9]+ degrees" with "21 degrees"
            {'regex': '^[0-9]+$'}                              | 21 degrees | FAIL | the answer does not match "^[0-9]+$": "21 degrees"
            {'regex': '^$'}                                    | ``         | PASS | the answer matches "^$" with ""
            {'regex': '^ber.*N$', 'ignore-case': true}         | BERLIn     | PASS | the answer matches "^ber.*N$" with "BERLIn"
            {'regex': '^.$'}                                   | 😀          | PASS | the answer matches "^.$" with "😀"
            {'not': {'contains': 'sorry'}}                     | Here it is | PASS | the answer does not contain "sorry": "Here it is"
            {'not': {'contains': 'sorry'}}                     | so sorry   | FAIL | the answer contains "sorry"
            {'not': {'contains': 'SORRY', 'ignore-case': true}} | so sorry  | FAIL | the answer contains "SORRY"
            {'not': {'equals': 'no'}}                          | yes        | PASS | the answer is not "no": "yes"
            {'not': {'regex': '[0-9]'}}                        | room 7     | FAIL | the answer matches "[0-9]" with "7"
            {'not': {'contains-any': ['a', 'b']}}              | abc        | FAIL | the answer contains "a"
            {'not': {'contains-all': ['a', 'x']}}              | abc        | PASS | the answer does not contain "x": "abc"
            {'not': {'starts-with': 'Sorry'}}                  | Sorry      | FAIL | the answer starts with "Sorry"
            """)
    void say_what_was_expected_and_what_came(String assertion, String answer, Verdict verdict, String reason) {
        Finding finding = check(assertion, answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.score()).isEqualTo(verdict == PASS ? 1 : 0);
    }

    @Test
    void the_evidence_names_what_was_looked_for_and_found() {
        assertThat(check("{'contains': 'a'}", "b").evidence()).isEqualTo(Map.of("expected", "a"));
        assertThat(check("{'contains-any': ['a', 'b']}", "b").evidence()).isEqualTo(Map.of("found", "b"));
        assertThat(check("{'contains-all': ['a', 'b']}", "b").evidence()).isEqualTo(Map.of("missing", List.of("a")));
        assertThat(check("{'regex': 'b+'}", "abba").evidence()).isEqualTo(Map.of("pattern", "b+", "found", "bb"));
    }

    @Test
    void the_text_of_a_conversation_is_all_its_answers() {
        Subject conversation = Subject.ofConversation(transcript("one", "two"), Effort.ofOneExecution());

        assertThat(check("{'contains': 'one\\ntwo'}", conversation).reason())
                .isEqualTo("the conversation contains \"one\\ntwo\"");
        assertThat(check("{'equals': 'two'}", conversation).reason())
                .isEqualTo("the conversation is not \"two\": \"one\\ntwo\"");
        assertThat(check("{'not': {'contains': 'three'}}", conversation).verdict())
                .isEqualTo(PASS);
    }

    @Test
    void a_difference_far_into_a_text_is_shown_where_it_is() {
        String start = "x".repeat(300);

        assertThat(check("{'equals': '" + start + "cat'}", start + "dog").reason())
                .endsWith(": from character 301 on it is \"…dog\"");
    }

    @Test
    void a_long_answer_is_quoted_by_its_start_and_length() {
        assertThat(check("{'contains': 'x'}", "é".repeat(2_345)).reason())
                .isEqualTo("the answer does not contain \"x\": \"" + "é".repeat(120) + "…\" (2,345 characters)");
    }

    @Test
    @Timeout(10)
    void a_huge_answer_and_a_huge_expectation_end_promptly() {
        String answer = "a".repeat(1 << 20);
        String expected = "a".repeat(1 << 19) + "b";

        for (String type : List.of("contains", "starts-with", "equals")) {
            assertThat(check("{'" + type + "': '" + expected + "', 'ignore-case': true}", answer)
                            .verdict())
                    .isEqualTo(FAIL);
        }
        assertThat(check("{'contains': '" + expected.substring(0, 1 << 19) + "'}", answer)
                        .verdict())
                .isEqualTo(PASS);
    }
}
