package io.parley.validation.behaviour;

import static io.parley.validation.testing.Checking.check;
import static io.parley.validation.testing.Checking.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Exchange;
import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTest {

    /** Answers after 100 ms and 200 ms; 2 s in all. */
    private static final Transcript CONVERSATION = transcript("one", "two");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'at-most': '200ms'}                 | PASS | the answer took 200 ms, within 200 ms
            {'at-most': '199ms'}                 | FAIL | the answer took 200 ms, more than 199 ms
            {'at-most': '200ms', 'of': 'turn'}   | PASS | the answer took 200 ms, within 200 ms
            {'at-most': '2s', 'of': 'total'}     | PASS | the conversation took 2000 ms, within 2000 ms
            {'at-most': '1s', 'of': 'total'}     | FAIL | the conversation took 2000 ms, more than 1000 ms
            """)
    void of_a_turn_is_that_of_its_answer(String latency, Verdict verdict, String reason) {
        Finding finding =
                check("{'latency': " + latency + "}", Subject.ofTurn(CONVERSATION, 1, Effort.ofOneExecution()));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'at-most': '1m'}                    | PASS | the conversation took 2000 ms, within 60000 ms
            {'at-most': '1999ms'}                | FAIL | the conversation took 2000 ms, more than 1999 ms
            {'at-most': '150ms', 'of': 'turn'}   | FAIL | the slowest answer took 200 ms, more than 150 ms
            {'at-most': '200ms', 'of': 'turn'}   | PASS | the slowest answer took 200 ms, within 200 ms
            """)
    void of_a_conversation_is_that_of_all_of_it(String latency, Verdict verdict, String reason) {
        Finding finding =
                check("{'latency': " + latency + "}", Subject.ofConversation(CONVERSATION, Effort.ofOneExecution()));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @Test
    void a_tenth_of_a_millisecond_too_much_is_too_much_and_is_shown() {
        Exchange exchange = new Exchange("?", "!", 200, Duration.ofNanos(800_100_000), 1);
        Transcript transcript = new Transcript(Instant.EPOCH, Duration.ofSeconds(1), List.of(exchange), null);

        Finding finding =
                check("{'latency': {'at-most': '800ms'}}", Subject.ofTurn(transcript, 0, Effort.ofOneExecution()));

        assertThat(finding.reason()).isEqualTo("the answer took 800.1 ms, more than 800 ms");
        assertThat(finding.evidence()).isEqualTo(Map.of("atMost", "PT0.8S", "took", "PT0.8001S"));
    }

    @Test
    void the_opposite_of_in_time_is_too_late() {
        assertThat(check("{'not': {'latency': {'at-most': '1ms'}}}", "an answer after 100 ms")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
