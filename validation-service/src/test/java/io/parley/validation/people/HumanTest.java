package io.parley.validation.people;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.validation.assertions.Finding;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "größe 😀", "{\"error\": 500}", "<html>", "\u0000", "null", "HUGE"})
    void whatever_the_answer_a_reviewer_is_to_decide(String answer) {
        String whole = answer.equals("HUGE") ? "x".repeat(1 << 20) : answer;

        for (String assertion : new String[] {"{'human': 'Is it größer?'}", "{'not': {'human': 'Is it größer?'}}"}) {
            Finding finding = check(assertion, whole);
            assertThat(finding.verdict()).isEqualTo(Verdict.UNSURE);
            assertThat(finding.reason()).isEqualTo("a reviewer is to decide: \"Is it größer?\"");
            assertThat(finding.evidence()).isEqualTo(Map.of("question", "Is it größer?"));
        }
    }
}
