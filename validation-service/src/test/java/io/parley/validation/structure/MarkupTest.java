package io.parley.validation.structure;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'is-xml': true}          | <a/>                                | PASS
            {'is-xml': true}          | <?xml version="1.0"?><a b="1">ö😀</a> | PASS
            {'is-xml': true}          | <x:a xmlns:x="u"><!-- c --></x:a>   | PASS
            {'is-xml': true}          | <a>&lt;&#228;</a>                   | PASS
            {'is-xml': true}          | <a></b>                             | FAIL
            {'is-xml': true}          | <a>                                 | FAIL
            {'is-xml': true}          | <a/><b/>                            | FAIL
            {'is-xml': true}          | <a b=1/>                            | FAIL
            {'is-xml': true}          | <x:a/>                              | FAIL
            {'is-xml': true}          | <a>&auml;</a>                       | FAIL
            {'is-xml': true}          | <!DOCTYPE a><a/>                    | FAIL
            {'is-xml': true}          | It is sunny.                        | FAIL
            {'is-xml': true}          | ``                                  | FAIL
            {'is-xml': true}          | {"a": 1}                            | FAIL
            {'not': {'is-xml': true}} | <a>                                 | PASS
            {'not': {'is-xml': true}} | <a/>                                | FAIL
            """)
    void is_xml_takes_one_well_formed_document(String assertion, String answer, Verdict verdict) {
        Finding finding = check(assertion, answer);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.reason())
                .startsWith("the answer is " + (finding.evidence().isEmpty() ? "XML" : "not XML, "));
    }

    @Test
    @Timeout(20)
    void entities_that_multiply_or_point_outside_are_no_xml() {
        String lol = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>";
        String file = "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>";

        for (String hostile : new String[] {lol, file}) {
            assertThat(check("{'is-xml': true}", hostile).reason())
                    .startsWith("the answer is not XML, line 1: ")
                    .contains("DOCTYPE")
                    .doesNotContain("root:");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Hello <b>you</b></p>                                    | is HTML
            <!DOCTYPE html><html><head><title>a < b</title><body><p>x  | is HTML
            <ul><li>one<li>two</ul>                                    | is HTML
            <img src="a.png"><br/><p>größe 😀</p>                       | is HTML
            <svg viewBox="0 0 1 1"><path d="M0 0"/><g></g></svg>       | is HTML
            <my-card title='a > b'>x</my-card>                         | is HTML
            <script>if (a < b) { "</p>" }</script>                     | is HTML
            <!-- c --><hr>                                             | is HTML
            <P>x</p>                                                   | is HTML
            It is sunny.                                               | is not HTML, words stand outside of elements, "It is sunny.": "It is sunny."
            Here: <p>x</p>                                             | is not HTML, words stand outside of elements, "Here:": "Here: <p>x</p>"
            <p>a < b</p>                                               | is not HTML, a < starts no tag; in words it is written &lt;: "<p>a < b</p>"
            <b>x                                                       | is not HTML, <b> is not closed: "<b>x"
            <b><i>x</b></i>                                            | is not HTML, </b> stands where <i> is to be closed: "<b><i>x</b></i>"
            <div>x</div></div>                                         | is not HTML, </div> closes nothing: "<div>x</div></div>"
            <answer>x</answer>                                         | is not HTML, there is no element <answer>: "<answer>x</answer>"
            <br></br>                                                  | is not HTML, <br> has no end tag: "<br></br>"
            <p                                                         | is not HTML, a tag does not end: "<p"
            <p title="x>y</p>                                          | is not HTML, an attribute does not end: "<p title="x>y</p>"
            <!-- x                                                     | is not HTML, a comment does not end: "<!-- x"
            <style>p {}                                                | is not HTML, <style> is not closed: "<style>p {}"
            {"a": 1}                                                   | is not HTML, words stand outside of elements, "{"a": 1}": "{"a": 1}"
            ``                                                         | is not HTML, it has no element: ""
            """)
    void is_html_takes_elements_and_nothing_outside_of_them(String answer, String reason) {
        Finding finding = check("{'is-html': true}", answer);

        assertThat(finding.reason()).isEqualTo("the answer " + reason);
        assertThat(finding.verdict()).isEqualTo(reason.equals("is HTML") ? Verdict.PASS : Verdict.FAIL);
        assertThat(check("{'not': {'is-html': true}}", answer).verdict())
                .isEqualTo(reason.equals("is HTML") ? Verdict.FAIL : Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<b><i>",
                "<p><svg>",
                "<svg><g>",
                "<!--",
                "<script>",
                "<a b='",
                "</",
                "<p><b></p>",
                "&",
                "<!["
            })
    @Timeout(20)
    void huge_answers_are_read_in_time(String part) {
        String answer = part.repeat((1 << 20) / part.length());

        assertThat(check("{'is-html': true}", answer).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(check("{'is-xml': true}", answer).verdict()).isEqualTo(Verdict.FAIL);
    }
}
