package io.parley.validation.text;

import static io.parley.validation.testing.Checking.check;
import static io.parley.validation.testing.Checking.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsAndRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'word-count': {'min': 2}}             | hello world   | PASS | the answer has 2 words, at least 2
            {'word-count': {'min': 3}}             | hello world   | FAIL | the answer has 2 words, fewer than 3
            {'word-count': {'max': 2}}             | hello world   | PASS | the answer has 2 words, at most 2
            {'word-count': {'max': 1}}             | hello world   | FAIL | the answer has 2 words, more than 1
            {'word-count': {'min': 1, 'max': 3}}   | hello world   | PASS | the answer has 2 words, at least 1 and at most 3
            {'word-count': {'exact': 2}}           | ` hello\u00a0world\n` | PASS | the answer has 2 words, as many as expected
            {'word-count': {'exact': 1}}           | hello world   | FAIL | the answer has 2 words, not 1
            {'word-count': {'exact': 3}}           | größe 北京 😀   | PASS | the answer has 3 words, as many as expected
            {'word-count': {'exact': 0}}           | ``            | PASS | the answer has 0 words, as many as expected
            {'word-count': {'exact': 1}}           | hello         | PASS | the answer has 1 word, as many as expected
            {'not': {'word-count': {'max': 1}}}    | hello world   | PASS | the answer has 2 words, more than 1
            {'length': {'exact': 5}}               | hello         | PASS | the answer has 5 characters, as many as expected
            {'length': {'exact': 1}}               | 😀             | PASS | the answer has 1 character, as many as expected
            {'length': {'exact': 5}}               | größe         | PASS | the answer has 5 characters, as many as expected
            {'length': {'min': 1}}                 | ``            | FAIL | the answer has 0 characters, fewer than 1
            {'length': {'max': 4}}                 | hello         | FAIL | the answer has 5 characters, more than 4
            {'length': {'min': 5, 'max': 5}}       | hello         | PASS | the answer has 5 characters, as many as expected
            {'length': {'min': 0, 'max': 5}}       | hello         | PASS | the answer has 5 characters, at least 0 and at most 5
            {'length': {'max': 3}}                 | ` a `         | PASS | the answer has 3 characters, at most 3
            {'not': {'length': {'min': 9}}}        | hello         | PASS | the answer has 5 characters, fewer than 9
            """)
    void words_and_characters_are_counted(String assertion, String answer, Verdict verdict, String reason) {
        Finding finding = check(assertion, answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @Test
    void huge_answers_are_counted_too() {
        assertThat(check("{'word-count': {'exact': 524288}}", "a ".repeat(1 << 19))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'length': {'max': 280}}", "a".repeat(1 << 20)).evidence())
                .isEqualTo(Map.of("count", 1L << 20, "max", 280));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'refusal': true}          | I can't help with that.                  | PASS | the answer "I can't help with that." refuses with "i can't help"
            {'refusal': true}          | I’M SORRY, BUT I CAN’T ASSIST.           | PASS | the answer "I’M SORRY, BUT I CAN’T ASSIST." refuses with "i can't assist"
            {'refusal': true}          | Sorry, I am unable to do so.             | PASS | the answer "Sorry, I am unable to do so." refuses with "i am unable to"
            {'refusal': true}          | Sure, here it is.                        | FAIL | the answer has no phrase of a refusal: "Sure, here it is."
            {'refusal': true}          | Ich kann dir dabei nicht helfen. 😀       | FAIL | the answer has no phrase of a refusal: "Ich kann dir dabei nicht helfen. 😀"
            {'refusal': true}          | ``                                       | FAIL | the answer has no phrase of a refusal: ""
            {'refusal': true}          | {"error": {"code": 500}}                 | FAIL | the answer has no phrase of a refusal: "{"error": {"code": 500}}"
            {'not': {'refusal': true}} | Sure, here it is.                        | PASS | the answer has no phrase of a refusal: "Sure, here it is."
            {'not': {'refusal': true}} | I won't be able to.                      | FAIL | the answer "I won't be able to." refuses with "i won't be able to"
            """)
    void a_refusal_is_told_by_its_phrases(String assertion, String answer, Verdict verdict, String reason) {
        Finding finding = check(assertion, answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @Test
    void a_refusal_comes_early_and_in_any_answer_of_a_conversation() {
        String phrase = "I can't help";

        assertThat(check("{'refusal': true}", ".".repeat(300 - phrase.length()) + phrase)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(check("{'refusal': true}", ".".repeat(301 - phrase.length()) + phrase)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(check(
                                "{'refusal': true}",
                                Subject.ofConversation(
                                        transcript("x".repeat(1 << 20), phrase, "Fine."), Effort.ofOneExecution()))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
