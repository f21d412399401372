package io.parley.validation.behaviour;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Transcript;
import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import io.parley.validation.testing.Reporting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedBehaviourTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'intent': 'order.status'}               | {'intent': {'name': 'order.status'}}   | PASS  | the intent is "order.status"
            {'intent': 'order.status'}               | {'intent': {'name': 'order.Status'}}   | FAIL  | the intent is "order.Status", not "order.status"
            {'intent': 'größe'}                      | {'intent': {'name': 'größe'}}          | PASS  | the intent is "größe"
            {'intent': 'a'}                          | {'intent': {'name': ''}}               | FAIL  | the intent is "", not "a"
            {'intent': 'a'}                          | {'intent': {'confidence': 1}}          | ERROR | the target reports no intent (the target's setting reports.intent points at /nlu/intent/name)
            {'intent': 'a'}                          | {}                                     | ERROR | the target reports no intent (the target's setting reports.intent points at /nlu/intent/name)
            {'not': {'intent': 'a'}}                 | {'intent': {'name': 'b'}}              | PASS  | the intent is "b", not "a"
            {'not': {'intent': 'a'}}                 | {}                                     | ERROR | the target reports no intent (the target's setting reports.intent points at /nlu/intent/name)
            {'confidence': {'at-least': 0.8}}        | {'intent': {'confidence': 0.8}}        | PASS  | the confidence is 0.8, at least 0.8
            {'confidence': {'at-least': 0.8}}        | {'intent': {'confidence': 0.79999}}    | FAIL  | the confidence is 0.79999, below 0.8
            {'confidence': {'at-least': 80}}         | {'intent': {'confidence': 97.5}}       | PASS  | the confidence is 97.5, at least 80
            {'confidence': {'at-least': 0}}          | {'intent': {'confidence': -1}}         | FAIL  | the confidence is -1, below 0
            {'confidence': {'at-least': 0}}          | {'intent': {'confidence': 0}}          | PASS  | the confidence is 0, at least 0
            {'confidence': {'at-least': 0}}          | {'intent': {'name': 'a'}}              | ERROR | the target reports no confidence; the target's setting reports.confidence is to say where in a response it stands
            {'confidence': {'at-least': 0}}          | {}                                     | ERROR | the target reports no confidence; the target's setting reports.confidence is to say where in a response it stands
            {'not': {'confidence': {'at-least': 1}}} | {'intent': {'confidence': 0.5}}        | PASS  | the confidence is 0.5, below 1
            {'cost': {'at-most': 0.002}}             | {'cost': 0.002}                        | PASS  | the answer cost 0.002, at most 0.002
            {'cost': {'at-most': 0.002}}             | {'cost': 0.0021}                       | FAIL  | the answer cost 0.0021, more than 0.002
            {'cost': {'at-most': 0}}                 | {'cost': 0}                            | PASS  | the answer cost 0, at most 0
            {'cost': {'at-most': 1}}                 | {'cost': 0.000000000000000000000000001} | PASS | the answer cost 0.000000000000000000000000001, at most 1
            {'cost': {'at-most': 1}}                 | {'cost': 1e20}                         | FAIL  | the answer cost 100000000000000000000, more than 1
            {'cost': {'at-most': 1}}                 | {'steps': 1}                           | ERROR | the target reports no cost; the target's setting reports.cost is to say where in a response it stands
            {'cost': {'at-most': 1}}                 | {}                                     | ERROR | the target reports no cost; the target's setting reports.cost is to say where in a response it stands
            {'not': {'cost': {'at-most': 1}}}        | {'cost': 2}                            | PASS  | the answer cost 2, more than 1
            {'tokens': {'at-most': 30}}              | {'usage': {'inputTokens': 10, 'outputTokens': 20}} | PASS | the answer took 30 tokens, at most 30
            {'tokens': {'at-most': 29}}              | {'usage': {'inputTokens': 10, 'outputTokens': 20}} | FAIL | the answer took 30 tokens, more than 29
            {'tokens': {'at-most': 10, 'of': 'input'}} | {'usage': {'inputTokens': 10}}       | PASS  | the answer took 10 input tokens, at most 10
            {'tokens': {'at-most': 9, 'of': 'output'}} | {'usage': {'outputTokens': 10}}      | FAIL  | the answer took 10 output tokens, more than 9
            {'tokens': {'at-most': 0}}               | {'usage': {'inputTokens': 0, 'outputTokens': 0}} | PASS | the answer took 0 tokens, at most 0
            {'tokens': {'at-most': 5}}               | {'usage': {'inputTokens': 1}}          | ERROR | the target reports no output-tokens; the target's setting reports.output-tokens is to say where in a response it stands
            {'tokens': {'at-most': 5}}               | {}                                     | ERROR | the target reports no input-tokens; the target's setting reports.input-tokens is to say where in a response it stands
            {'tokens': {'at-most': 5}}               | {'usage': {'inputTokens': 9000000000, 'outputTokens': 1}} | FAIL | the answer took 9000000001 tokens, more than 5
            {'not': {'tokens': {'at-most': 5}}}      | {'usage': {'inputTokens': 5, 'outputTokens': 1}} | PASS | the answer took 6 tokens, more than 5
            {'finish-reason': 'stop'}                | {'finishReason': 'stop'}               | PASS  | the model stopped by "stop"
            {'finish-reason': 'stop'}                | {'finishReason': 'length'}             | FAIL  | the model stopped by "length", not "stop"
            {'finish-reason': 'stop'}                | {'finishReason': 'Stop'}               | FAIL  | the model stopped by "Stop", not "stop"
            {'finish-reason': 'stop'}                | {'finishReason': ''}                   | FAIL  | the model stopped by "", not "stop"
            {'finish-reason': 'größe'}               | {'finishReason': 'größe'}              | PASS  | the model stopped by "größe"
            {'finish-reason': 'stop'}                | {'cost': 1}                            | ERROR | the target reports no finish-reason; the target's setting reports.finish-reason is to say where in a response it stands
            {'finish-reason': 'stop'}                | {}                                     | ERROR | the target reports no finish-reason; the target's setting reports.finish-reason is to say where in a response it stands
            {'not': {'finish-reason': 'length'}}     | {'finishReason': 'stop'}               | PASS  | the model stopped by "stop", not "length"
            {'step-count': {'max': 3}}               | {'steps': 3}                           | PASS  | the answer took 3 steps, at most 3
            {'step-count': {'max': 3}}               | {'steps': 4}                           | FAIL  | the answer took 4 steps, more than 3
            {'step-count': {'min': 1}}               | {'steps': 0}                           | FAIL  | the answer took 0 steps, fewer than 1
            {'step-count': {'exact': 1}}             | {'steps': 1}                           | PASS  | the answer took 1 step, as many as expected
            {'step-count': {'min': 1, 'max': 9}}     | {'steps': 2}                           | PASS  | the answer took 2 steps, at least 1 and at most 9
            {'step-count': {'min': 1}}               | {'steps': 2147483647}                  | PASS  | the answer took 2147483647 steps, at least 1
            {'step-count': {'min': 1}}               | {}                                     | ERROR | the target reports no steps; the target's setting reports.steps is to say where in a response it stands
            {'not': {'step-count': {'max': 3}}}      | {'steps': 4}                           | PASS  | the answer took 4 steps, more than 3
            {'turns': {'min': 1}}                    | {}                                     | ERROR | turns is about a whole conversation; it belongs in the expect of the case
            {'not': {'turns': {'max': 0}}}           | {}                                     | ERROR | turns is about a whole conversation; it belongs in the expect of the case
            {'latency': {'at-most': '30ms', 'of': 'first-byte'}} | {}                         | PASS  | the first byte took 30 ms, within 30 ms
            {'latency': {'at-most': '29ms', 'of': 'first-byte'}} | {}                         | FAIL  | the first byte took 30 ms, more than 29 ms
            """)
    void of_an_answer(String assertion, String reported, Verdict verdict, String reason) {
        Finding finding = check(assertion, Subject.ofTurn(transcript(reported), 0, Effort.ofOneExecution()));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'intent': 'b'}                        | {'intent': {'name': 'a'}}  | {'intent': {'name': 'b'}}  | PASS  | the intent is "b"
            {'intent': 'a'}                        | {'intent': {'name': 'a'}}  | {}                         | ERROR | the target reports no intent (the target's setting reports.intent points at /nlu/intent/name)
            {'cost': {'at-most': 0.3}}             | {'cost': 0.1}              | {'cost': 0.2}              | PASS  | the conversation cost 0.3, at most 0.3
            {'cost': {'at-most': 0.3}}             | {'cost': 0.1}              | {}                         | ERROR | the target reports no cost; the target's setting reports.cost is to say where in a response it stands
            {'tokens': {'at-most': 3, 'of': 'output'}} | {'usage': {'outputTokens': 2}} | {'usage': {'outputTokens': 2}} | FAIL | the conversation took 4 output tokens, more than 3
            {'finish-reason': 'stop'}              | {'finishReason': 'length'} | {'finishReason': 'stop'}   | PASS  | the model stopped by "stop"
            {'step-count': {'exact': 5}}           | {'steps': 2}               | {'steps': 3}               | PASS  | the conversation took 5 steps, as many as expected
            {'turns': {'exact': 2}}                | {}                         | {}                         | PASS  | the conversation had 2 turns, as many as expected
            {'turns': {'max': 1}}                  | {}                         | {}                         | FAIL  | the conversation had 2 turns, more than 1
            {'turns': {'min': 2}}                  | {}                         | {}                         | PASS  | the conversation had 2 turns, at least 2
            {'turns': {'min': 3}}                  | {}                         | {}                         | FAIL  | the conversation had 2 turns, fewer than 3
            {'turns': {'min': 1, 'max': 2}}        | {}                         | {}                         | PASS  | the conversation had 2 turns, at least 1 and at most 2
            {'turns': {'exact': 1}}                | {}                         | {}                         | FAIL  | the conversation had 2 turns, not 1
            {'not': {'turns': {'exact': 2}}}       | {}                         | {}                         | FAIL  | the conversation had 2 turns, as many as expected
            {'latency': {'at-most': '30ms', 'of': 'first-byte'}} | {}           | {}                         | PASS  | the slowest first byte took 30 ms, within 30 ms
            """)
    void of_a_conversation(String assertion, String first, String second, Verdict verdict, String reason) {
        Finding finding = check(assertion, Subject.ofConversation(transcript(first, second), Effort.ofOneExecution()));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @Test
    void the_score_of_a_confidence_is_the_confidence() {
        Subject sure = Subject.ofTurn(transcript("{'intent': {'confidence': 0.75}}"), 0, Effort.ofOneExecution());
        Subject percent = Subject.ofTurn(transcript("{'intent': {'confidence': 97}}"), 0, Effort.ofOneExecution());

        assertThat(check("{'confidence': {'at-least': 0.9}}", sure).score()).isEqualTo(0.75);
        assertThat(check("{'confidence': {'at-least': 90}}", percent).score()).isEqualTo(1);
    }

    @Test
    void a_target_without_settings_reports_nothing_and_its_first_byte_may_not_be_known() {
        assertThat(check("{'intent': 'a'}", "hi").reason())
                .isEqualTo(
                        "the target reports no intent; the target's setting reports.intent is to say where in a response"
                                + " it stands");
        Finding unmeasured = check(
                "{'latency': {'at-most': '1s', 'of': 'first-byte'}}",
                Subject.ofTurn(Checking.transcript("hi"), 0, Effort.ofOneExecution()));
        assertThat(unmeasured.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(unmeasured.reason()).isEqualTo("the time to the first byte was not measured");
    }

    private static Transcript transcript(String... reported) {
        return Reporting.transcript(Map.of("intent", "/nlu/intent/name"), reported);
    }
}
