package io.parley.validation.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTest {

    @Test
    void a_verdict_is_read_with_all_its_reasons() {
        assertThat(read("{'verdict': 'pass', 'confidence': 0.75, 'reasons': ['It is polite.', 'It refunds.']}"))
                .isEqualTo(new Opinion(true, 0.75, "It is polite. It refunds."));
        assertThat(read(" \n{'reasons': [''], 'confidence': 1, 'verdict': 'fail'}\n"))
                .isEqualTo(new Opinion(false, 1, ""));
        assertThat(read("{'verdict': 'fail', 'confidence': 0, 'reasons': ['']}").confidence())
                .isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void an_empty_reply_is_malformed(String reply) {
        assertThatThrownBy(() -> VerdictReader.read(reply))
                .isInstanceOf(MalformedVerdict.class)
                .hasMessage("the reply is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pass                                                                          | the reply is not one JSON object and nothing else
            ['pass']                                                                      | the reply is not one JSON object and nothing else
            null                                                                          | the reply is not one JSON object and nothing else
            Verdict: {'verdict': 'pass', 'confidence': 1, 'reasons': ['x']}               | the reply is not one JSON object and nothing else
            {'verdict': 'pass', 'confidence': 1, 'reasons': ['x']} I hope this helps      | the reply is not one JSON object and nothing else
            {'verdict': 'pass', 'confidence': 1, 'reasons': ['x']}{'verdict': 'fail'}     | the reply is not one JSON object and nothing else
            {'verdict': 'pass', 'verdict': 'fail', 'confidence': 1, 'reasons': ['x']}     | the reply is not one JSON object and nothing else
            {'verdict': 'pass', 'confidence': NaN, 'reasons': ['x']}                      | the reply is not one JSON object and nothing else
            {'verdict': 'pass', 'confidence': 1, 'reasons': ['x'], 'score': 1}            | the reply has the unknown key "score"
            {'Verdict': 'pass', 'confidence': 1, 'reasons': ['x']}                        | the reply has the unknown key "Verdict"
            {'confidence': 1, 'reasons': ['x']}                                           | verdict is not "pass" or "fail"
            {'verdict': 'PASS', 'confidence': 1, 'reasons': ['x']}                        | verdict is not "pass" or "fail"
            {'verdict': true, 'confidence': 1, 'reasons': ['x']}                          | verdict is not "pass" or "fail"
            {'verdict': 'unsure', 'confidence': 1, 'reasons': ['x']}                      | verdict is not "pass" or "fail"
            {'verdict': 'pass', 'reasons': ['x']}                                         | confidence is not a number from 0 to 1
            {'verdict': 'pass', 'confidence': '1', 'reasons': ['x']}                      | confidence is not a number from 0 to 1
            {'verdict': 'pass', 'confidence': 1.01, 'reasons': ['x']}                     | confidence is not a number from 0 to 1
            {'verdict': 'pass', 'confidence': -0.1, 'reasons': ['x']}                     | confidence is not a number from 0 to 1
            {'verdict': 'pass', 'confidence': 95, 'reasons': ['x']}                       | confidence is not a number from 0 to 1
            {'verdict': 'pass', 'confidence': 1}                                          | reasons is not a list of 1 to 10 texts
            {'verdict': 'pass', 'confidence': 1, 'reasons': 'x'}                          | reasons is not a list of 1 to 10 texts
            {'verdict': 'pass', 'confidence': 1, 'reasons': []}                           | reasons is not a list of 1 to 10 texts
            {'verdict': 'pass', 'confidence': 1, 'reasons': [1]}                          | reasons is not a list of 1 to 10 texts
            {'verdict': 'pass', 'confidence': 1, 'reasons': ['','','','','','','','','','','']} | reasons is not a list of 1 to 10 texts
            """)
    void what_is_only_like_a_verdict_is_malformed(String reply, String problem) {
        assertThatThrownBy(() -> read(reply))
                .isInstanceOf(MalformedVerdict.class)
                .hasMessage(problem);
    }

    @Test
    void a_verdict_in_a_fence_or_an_endless_one_is_malformed() {
        String verdict = "{\"verdict\": \"pass\", \"confidence\": 1, \"reasons\": [\"x\"]}";

        assertThatThrownBy(() -> VerdictReader.read("```json\n" + verdict + "\n```"))
                .hasMessage("the reply is not one JSON object and nothing else");
        assertThatThrownBy(() -> VerdictReader.read(verdict + " ".repeat(20_000)))
                .hasMessage("the reply is longer than 20000 characters");
        assertThatThrownBy(() -> VerdictReader.read("[".repeat(19_000)))
                .hasMessage("the reply is not one JSON object and nothing else");
    }

    private static Opinion read(String reply) {
        return VerdictReader.read(reply.replace('\'', '"'));
    }
}
