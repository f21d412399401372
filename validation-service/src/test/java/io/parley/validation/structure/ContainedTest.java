package io.parley.validation.structure;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'contains-json': true}                            | Here: {"city": "Oslo"}.        | PASS
            {'contains-json': true}                            | {"city": "Oslo"}               | PASS
            {'contains-json': true}                            | {no} {"a": {"b": [1]}} {       | PASS
            {'contains-json': true}                            | {}                             | PASS
            {'contains-json': true}                            | [1, 2] and "text"              | FAIL
            {'contains-json': true}                            | {city: Oslo}                   | FAIL
            {'contains-json': true}                            | {"city": "Oslo"                | FAIL
            {'contains-json': true}                            | ``                             | FAIL
            {'contains-json': {'schema': {'required': ['b']}}} | {"a": 1} or {"b": 2}           | PASS
            {'contains-json': {'schema': {'required': ['b']}}} | {"a": {"b": 2}}                | FAIL
            {'not': {'contains-json': true}}                   | It is sunny.                   | PASS
            """)
    void contains_json_finds_an_object_wherever_it_stands(String assertion, String answer, Verdict verdict) {
        Finding finding = check(assertion, answer);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.reason())
                .startsWith("the answer contains " + (finding.evidence().isEmpty() ? "no JSON" : "JSON: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'contains-xml': true}                      | So: <a><b>1</b></a>!         | PASS
            {'contains-xml': true}                      | <br/>                        | PASS
            {'contains-xml': true}                      | <a> <b>1</b>                 | PASS
            {'contains-xml': true}                      | 1 < 2 and 3 > 2              | FAIL
            {'contains-xml': true}                      | <a><b></a></b>               | FAIL
            {'contains-xml': true}                      | <!DOCTYPE a>                 | FAIL
            {'contains-xml': {'elements': ['a.b']}}     | x <c/> <a x="1"><b/></a>     | PASS
            {'contains-xml': {'elements': ['a.b','a']}} | <a><a><b/></a></a>           | PASS
            {'contains-xml': {'elements': ['a.c']}}     | <a><b><c/></b></a>           | FAIL
            {'is-xml': {'elements': ['a.b', 'a']}}      | <a><b/></a>                  | PASS
            {'is-xml': {'elements': ['b']}}             | <a><b/></a>                  | FAIL
            {'is-xml': {'elements': ['a']}}             | <a>                          | FAIL
            {'is-xml': {'elements': ['a.b', 'a.b.c']}}  | <a><long/><b><x/><c/></b></a> | PASS
            {'is-xml': {'elements': ['a.c']}}           | <a><long><c/></long></a>     | FAIL
            {'is-xml': {'elements': ['a.b']}}           | <a><x><b/></x></a>           | FAIL
            {'contains-xml': true}                      | <a x="1" />                  | PASS
            {'not': {'contains-xml': true}}             | none                         | PASS
            """)
    void contains_xml_finds_an_element_that_is_closed(String assertion, String answer, Verdict verdict) {
        assertThat(check(assertion, answer).verdict()).isEqualTo(verdict);
    }

    @Test
    @Timeout(60)
    void texts_made_to_be_slow_end_as_too_costly_or_as_what_they_are() {
        List<String> hostile = List.of(
                "{".repeat(300_000),
                "{\"a\":".repeat(60_000),
                "<a>".repeat(100_000),
                "<" + "a".repeat(1_000_000),
                "<a>".repeat(5_000) + "x".repeat(1_000_000),
                "<br/>".repeat(200_000));
        for (String answer : hostile) {
            for (String assertion : List.of(
                    "{'contains-json': true}",
                    "{'contains-xml': {'elements': ['a.b']}}",
                    "{'not': {'is-xml': true}}")) {
                assertThat(verdict(assertion, answer)).isIn(assertion.contains("not") ? "PASS" : "FAIL", "TooCostly");
            }
        }
    }

    @Test
    void elements_of_a_deep_document_are_looked_at_without_their_whole_paths() {
        String name = "n".repeat(900);
        String leaves = IntStream.range(0, 60_000)
                .mapToObj(number -> "<b" + number + "/>")
                .collect(Collectors.joining());
        String deep = ("<" + name + ">").repeat(29) + leaves + ("</" + name + ">").repeat(29);

        assertThat(check("{'is-xml': true}", deep).verdict()).isEqualTo(Verdict.PASS);
    }

    private static String verdict(String assertion, String answer) {
        try {
            return check(assertion, answer).verdict().name();
        } catch (TooCostly tooCostly) {
            return "TooCostly";
        }
    }
}
