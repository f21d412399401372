package io.parley.validation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.testing.Checking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedAssertionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                 | needs exactly one known assertion, has the keys []
            {'contain': 'x'}                                   | needs exactly one known assertion, has the keys [contain]
            {'contains': 'x', 'equals': 'x'}                   | needs exactly one known assertion, has the keys [contains, equals]
            {'contains': 'x', 'ignorecase': true}              | unknown key ignorecase
            {'contains': 'x', 'ignore-case': 'yes'}            | ignore-case must be true or false
            {'contains': 'x', 'weight': 0}                     | weight must be a number above 0
            {'contains': 'x', 'weight': 'heavy'}               | weight must be a number above 0
            {'contains': 7}                                    | contains must be a text
            {'contains': null}                                 | contains must be a text
            {'contains': ''}                                   | contains looks for an empty text; are its variables empty?
            {'starts-with': ''}                                | starts-with looks for an empty text; are its variables empty?
            {'contains-any': 'x'}                              | contains-any must be a list of texts
            {'contains-any': []}                               | contains-any must be a list of texts
            {'contains-any': ['x', '']}                        | contains-any looks for an empty text; are its variables empty?
            {'contains-all': [1]}                              | contains-all must be a text
            {'regex': ''}                                      | regex looks for an empty text; are its variables empty?
            {'regex': '('}                                     | regex is no regular expression of RE2 syntax: missing closing ) `(`
            {'is-json': false}                                 | is-json must be true
            {'is-json': true, 'ignore-case': true}             | unknown key ignore-case
            {'json-path': '$.a'}                               | json-path must be a map
            {'json-path': {}}                                  | path must be a text
            {'json-path': {'path': '$.a', 'is': 1}}            | unknown key is
            {'json-path': {'path': '$.a', 'count': -1}}        | count must be a whole number from 0
            {'json-path': {'path': '$.a', 'count': 1.5}}       | count must be a whole number from 0
            {'json-path': {'path': '$.a', 'count': 1, 'exists': true}} | json-path takes one of exists, equals and count beside path
            {'json-schema': []}                                | json-schema must be a map
            {'latency': '1s'}                                  | latency must be a map
            {'latency': {'at-most': '1 s'}}                    | at-most must be a duration such as 800ms, 10s or 2m, was 1 s
            {'latency': {'at-most': '1s', 'of': 'all'}}        | of must be turn, total or first-byte
            {'latency': {'at-most': '1s', 'off': 'turn'}}      | unknown key off
            {'not': {'contain': 'x'}}                          | needs exactly one known assertion, has the keys [contain]
            {'not': {'not': {'contains': 'x'}}}                | not takes no other not and no weight inside
            {'not': {'contains': 'x', 'weight': 2}}            | not takes no other not and no weight inside
            {'word-count': 5}                                  | word-count must be a map
            {'word-count': {}}                                 | takes exact, or min and max
            {'word-count': {'min': 1, 'exact': 2}}             | takes exact, or min and max
            {'length': {'min': 3, 'max': 2}}                   | min is above max, so that nothing could pass
            {'length': {'most': 3}}                            | unknown key most
            {'length': {'min': -1}}                            | min must be a whole number from 0
            {'refusal': false}                                 | refusal must be true
            {'is-xml': 'yes'}                                  | is-xml must be true or false
            {'is-html': false}                                 | is-html must be true
            {'is-sql': false}                                  | is-sql must be true
            {'is-sql': {'statements': ['drop']}}               | statements must be of select, insert, update, delete and merge
            {'is-sql': {'tables': ['a']}}                      | unknown key tables
            {'levenshtein': {'to': 'a'}}                       | levenshtein takes at-most or at-least beside to
            {'levenshtein': {'to': 'a', 'at-most': 1, 'at-least': 1}} | levenshtein takes at-most or at-least beside to
            {'levenshtein': {'to': '', 'at-most': 1}}          | to looks for an empty text; are its variables empty?
            {'bleu': {'to': [], 'at-least': 1}}                | to must be a list of texts
            {'bleu': {'to': 'a', 'at-least': 1.1}}             | at-least must be a number from 0 to 1
            {'gleu': {'to': 'a'}}                              | at-least must be a number
            {'meteor': {'to': 'a', 'at-least': 1}, 'ignore-case': true} | unknown key ignore-case
            {'f1': {'to': 7, 'at-least': 1}}                   | to must be a text
            {'rouge-n': {'to': 'a', 'at-least': 1, 'n': 0}}    | n must be a whole number from 1 to 9
            {'rouge-n': {'to': 'a', 'at-least': 1, 'measure': 'f2'}} | measure must be recall, precision or f1
            {'wer': {'to': 'a', 'at-most': -1}}                | at-most must be a number from 0 to 100
            {'intent': ''}                                     | intent looks for an empty text; are its variables empty?
            {'confidence': {'at-least': 'high'}}               | at-least must be a number
            {'tool-called': {}}                                | name must be a text
            {'tool-called': {'name': 'f', 'args': []}}         | args must be a map
            {'tool-sequence': {'names': []}}                   | names must be a list of texts
            {'tool-args': {'name': 'f'}}                       | tool-args takes equals or schema beside name
            {'tool-call-f1': {'names': ['f'], 'at-least': 2}}  | at-least must be a number from 0 to 1
            {'step-count': {}}                                 | takes exact, or min and max
            {'buttons': {}}                                    | buttons needs include, exactly or count
            {'cards': {'exactly': 'x'}}                        | exactly must be a list of texts
            {'media': {'count': 1}}                            | count must be a map
            {'cost': {'at-most': -1}}                          | at-most must be a number from 0 to 1000000000
            {'tokens': {'at-most': 1, 'of': 'all'}}            | of must be input, output or total
            {'finish-reason': 7}                               | finish-reason must be a text
            {'turns': 3}                                       | turns must be a map
            {'human': true}                                    | human must be a text
            {'all': []}                                        | all must be a list
            {'any': ['x']}                                     | each of any must be a map
            {'all': [{'contain': 'x'}]}                        | needs exactly one known assertion, has the keys [contain]
            {'weighted': {'threshold': 1}}                     | of must be a list
            {'weighted': {'threshold': 2, 'of': [{'contains': 'x'}]}} | threshold must be a number from 0 to 1
            """)
    void says_what_is_wrong_with_it(String assertion, String reason) {
        assertThatThrownBy(() -> Checking.read(assertion.replace("`", "")))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessage(reason);
    }

    @Test
    void a_path_or_schema_that_is_none_is_malformed_too() {
        assertThatThrownBy(() -> Checking.read("{'json-path': {'path': '$.a['}}"))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessageStartingWith("json-path is no JSONPath");
        assertThatThrownBy(() -> Checking.read("{'json-schema': {'type': 'text'}}"))
                .isInstanceOf(MalformedAssertion.class)
                .hasMessageStartingWith("json-schema is no JSON Schema");
    }

    @Test
    void is_named_by_its_type_or_by_what_stands_there() {
        AssertionReader reader = new AssertionReader();

        assertThat(reader.nameOf(Checking.map("{'weight': 2, 'contains': 7}"))).isEqualTo("contains");
        assertThat(reader.nameOf(Checking.map("{'contain': 'x'}"))).isEqualTo("contain");
        assertThat(reader.nameOf(Checking.map("{}"))).isEqualTo("assertion");
    }
}
