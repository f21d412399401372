package io.parley.validation.tools;

import static io.parley.validation.testing.Checking.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.platform.expressions.TooCostly;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Reporting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsTest {

    private static final Map<String, String> POINTERS = Map.of("tool-calls", "/calls", "buttons", "/buttons");

    /** Calls are written {@code name{arguments} name{arguments}}; nothing reported is written -. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'tool-called': {'name': 'f'}}                                  | f{} g{}            | PASS  | the answer calls "f" with {}
            {'tool-called': {'name': 'h'}}                                  | f{} g{}            | FAIL  | the answer calls "f", "g", not "h"
            {'tool-called': {'name': 'f', 'args': {'id': '42'}}}            | f{'id':'42','x':1} | PASS  | the answer calls "f" with {"id":"42","x":1}
            {'tool-called': {'name': 'f', 'args': {'id': '42'}}}            | f{'id':42}         | FAIL  | the answer calls "f" with {"id":42}, not with {"id":"42"}
            {'tool-called': {'name': 'f', 'args': {'n': 1}}}                | f{'n':2} f{'n':1.0} | PASS | the answer calls "f" with {"n":1.0}
            {'tool-called': {'name': 'f', 'args': {'n': 1}}}                | f{'n':2} f{'n':3}  | FAIL  | the answer calls "f" with {"n":2} (the first of 2 calls), not with {"n":1}
            {'tool-called': {'name': 'f', 'args': {'a': {'b': 1}}}}         | f{'a':{'b':1,'c':2}} | PASS | the answer calls "f" with {"a":{"b":1,"c":2}}
            {'tool-called': {'name': 'f', 'args': {'a': [1]}}}              | f{'a':[1,2]}       | FAIL  | the answer calls "f" with {"a":[1,2]}, not with {"a":[1]}
            {'tool-called': {'name': 'f', 'args': {'a': null}}}             | f{}                | FAIL  | the answer calls "f" with {}, not with {"a":null}
            {'tool-called': {'name': 'größe'}}                              | größe{}            | PASS  | the answer calls "größe" with {}
            {'tool-called': {'name': 'f'}}                                  | ``                 | FAIL  | the answer calls no tool (the target's setting reports.tool-calls points at /calls), not "f"
            {'tool-called': {'name': 'f'}}                                  | -                  | ERROR | the target reports no tool-calls (the target's setting reports.tool-calls points at /calls)
            {'not': {'tool-called': {'name': 'f'}}}                         | g{}                | PASS  | the answer calls "g", not "f"
            {'not': {'tool-called': {'name': 'f'}}}                         | -                  | ERROR | the target reports no tool-calls (the target's setting reports.tool-calls points at /calls)
            {'tool-sequence': {'names': ['f', 'g']}}                        | f{} g{}            | PASS  | the answer calls "f", "g", that is in the order "f", "g"
            {'tool-sequence': {'names': ['f', 'g']}}                        | f{} x{} g{} f{}    | PASS  | the answer calls "f", "x", "g", "f", that is in the order "f", "g"
            {'tool-sequence': {'names': ['f', 'g']}}                        | g{} f{}            | FAIL  | the answer calls "g", "f", not in the order "f", "g"
            {'tool-sequence': {'names': ['f', 'f']}}                        | f{}                | FAIL  | the answer calls "f", not in the order "f", "f"
            {'tool-sequence': {'names': ['f', 'g'], 'exactly': true}}       | f{} g{}            | PASS  | the answer calls "f", "g", that is exactly in the order "f", "g"
            {'tool-sequence': {'names': ['f', 'g'], 'exactly': true}}       | f{} x{} g{}        | FAIL  | the answer calls "f", "x", "g", not exactly in the order "f", "g"
            {'tool-sequence': {'names': ['f']}}                             | ``                 | FAIL  | the answer calls no tool (the target's setting reports.tool-calls points at /calls), not in the order "f"
            {'tool-sequence': {'names': ['f']}}                             | -                  | ERROR | the target reports no tool-calls (the target's setting reports.tool-calls points at /calls)
            {'not': {'tool-sequence': {'names': ['größe', 'f']}}}           | f{} größe{}        | PASS  | the answer calls "f", "größe", not in the order "größe", "f"
            {'tool-args': {'name': 'f', 'equals': {'n': 1}}}                | f{'n':1.0}         | PASS  | the answer calls "f" with {"n":1.0}
            {'tool-args': {'name': 'f', 'equals': {'n': 1}}}                | f{'n':1,'m':2}     | FAIL  | the answer calls "f" with {"n":1,"m":2}, not {"n":1}
            {'tool-args': {'name': 'f', 'equals': {}}}                      | f{} f{} g{'n':1}   | PASS  | the answer calls "f" with {} (the first of 2 calls)
            {'tool-args': {'name': 'f', 'equals': {'n': 1}}}                | f{'n':1} f{'n':2}  | FAIL  | the answer calls "f" with {"n":2}, not {"n":1}
            {'tool-args': {'name': 'f', 'schema': {'required': ['n']}}}     | f{'n':'größe'}     | PASS  | the answer calls "f" with {"n":"größe"}
            {'tool-args': {'name': 'f', 'schema': {'required': ['n']}}}     | f{}                | FAIL  | the answer calls "f" with {}, which breaks the schema, it required property 'n' not found
            {'tool-args': {'name': 'f', 'equals': {}}}                      | g{}                | FAIL  | the answer calls "g", not "f"
            {'tool-args': {'name': 'f', 'equals': {}}}                      | ``                 | FAIL  | the answer calls no tool (the target's setting reports.tool-calls points at /calls), not "f"
            {'tool-args': {'name': 'f', 'equals': {}}}                      | -                  | ERROR | the target reports no tool-calls (the target's setting reports.tool-calls points at /calls)
            {'not': {'tool-args': {'name': 'f', 'equals': {'n': 1}}}}       | f{'n':2}           | PASS  | the answer calls "f" with {"n":2}, not {"n":1}
            {'tool-call-f1': {'names': ['f', 'g']}}                         | g{} f{} f{}        | PASS  | the answer calls "g", "f", "f", whose F1 with "f", "g" is 1, at least 1
            {'tool-call-f1': {'names': ['f', 'g'], 'at-least': 0.6}}        | f{}                | PASS  | the answer calls "f", whose F1 with "f", "g" is 0.6666, at least 0.6
            {'tool-call-f1': {'names': ['f', 'g'], 'at-least': 0.5}}        | f{} x{}            | PASS  | the answer calls "f", "x", whose F1 with "f", "g" is 0.5, at least 0.5
            {'tool-call-f1': {'names': ['f', 'g'], 'at-least': 0.51}}       | f{} x{}            | FAIL  | the answer calls "f", "x", whose F1 with "f", "g" is 0.5, below 0.51
            {'tool-call-f1': {'names': ['größe']}}                          | größe{}            | PASS  | the answer calls "größe", whose F1 with "größe" is 1, at least 1
            {'tool-call-f1': {'names': ['f']}}                              | ``                 | FAIL  | the answer calls no tool (the target's setting reports.tool-calls points at /calls), whose F1 with "f" is 0, below 1
            {'tool-call-f1': {'names': ['f']}}                              | -                  | ERROR | the target reports no tool-calls (the target's setting reports.tool-calls points at /calls)
            {'not': {'tool-call-f1': {'names': ['f']}}}                     | g{}                | PASS  | the answer calls "g", whose F1 with "f" is 0, below 1
            """)
    void calls_of_tools_are_checked(String assertion, String calls, Verdict verdict, String reason) {
        Finding finding = check(assertion, turn(calls.equals("-") ? "{}" : "{'toolCalls': [" + written(calls) + "]}"));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'include': ['Yes']}                          | ['Yes', 'No']   | PASS  | the answer shows the buttons "Yes", "No"
            {'include': ['Yes', 'Maybe']}                 | ['Yes', 'No']   | FAIL  | the answer shows the buttons "Yes", "No", not "Maybe"
            {'include': ['yes']}                          | ['Yes']         | FAIL  | the answer shows the buttons "Yes", not "yes"
            {'exactly': ['Yes', 'No']}                    | ['Yes', 'No']   | PASS  | the answer shows the buttons "Yes", "No"
            {'exactly': ['No', 'Yes']}                    | ['Yes', 'No']   | FAIL  | the answer shows the buttons "Yes", "No", not exactly "No", "Yes"
            {'exactly': []}                               | []              | PASS  | the answer shows no buttons (the target's setting reports.buttons points at /buttons)
            {'exactly': []}                               | ['Yes']         | FAIL  | the answer shows the buttons "Yes", not exactly none
            {'count': {'min': 1}}                         | []              | FAIL  | the answer shows no buttons (the target's setting reports.buttons points at /buttons), fewer than 1
            {'count': {'exact': 2}, 'include': ['größe']} | ['größe', '😀']  | PASS  | the answer shows the buttons "größe", "😀"
            {'count': {'max': 1}, 'include': ['Yes']}     | ['Yes', 'No']   | FAIL  | the answer shows the buttons "Yes", "No", more than 1
            {'include': ['Yes']}                          | -               | ERROR | the target reports no buttons (the target's setting reports.buttons points at /buttons)
            """)
    void what_is_shown_is_checked(String shows, String buttons, Verdict verdict, String reason) {
        String reported = buttons.equals("-")
                ? "{}"
                : "{'buttons': " + buttons + ", 'cards': " + buttons + ", 'media': " + buttons + "}";

        Finding finding = check("{'buttons': " + shows + "}", turn(reported));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(check("{'cards': " + shows + "}", turn(reported)).verdict()).isEqualTo(verdict);
        assertThat(check("{'media': " + shows + "}", turn(reported)).verdict()).isEqualTo(verdict);
        assertThat(check("{'not': {'buttons': " + shows + "}}", turn(reported)).verdict())
                .isEqualTo(finding.inverted().verdict());
    }

    @Test
    void a_conversation_has_the_calls_of_all_its_turns_and_those_that_report_none_add_none() {
        Subject conversation = Subject.ofConversation(
                Reporting.transcript(
                        POINTERS,
                        "{'toolCalls': [" + written("f{}") + "]}",
                        "{}",
                        "{'toolCalls': [" + written("g{}") + "]}"),
                Effort.ofOneExecution());

        assertThat(check("{'tool-sequence': {'names': ['f', 'g'], 'exactly': true}}", conversation)
                        .reason())
                .isEqualTo("the conversation calls \"f\", \"g\", that is exactly in the order \"f\", \"g\"");
    }

    @Test
    void the_score_of_an_f1_is_the_f1() {
        assertThat(check("{'tool-call-f1': {'names': ['f', 'g']}}", turn("{'toolCalls': [" + written("f{}") + "]}"))
                        .score())
                .isEqualTo(2.0 / 3, offset(1e-9));
    }

    @Test
    void huge_arguments_end_as_too_much_work_and_not_as_hours_of_it() {
        String list = "1,".repeat(500_000) + "1";
        Subject huge = turn("{'toolCalls': [{'name': 'f', 'arguments': {'a': [" + list + "]}}]}");

        assertThat(check("{'tool-called': {'name': 'f'}}", huge).verdict()).isEqualTo(Verdict.PASS);
        assertThatExceptionOfType(TooCostly.class).isThrownBy(() -> {
            for (int assertion = 0; assertion < 10; assertion++) {
                check("{'tool-called': {'name': 'f', 'args': {'a': 1}}}", huge);
            }
        });
    }

    private static Subject turn(String reported) {
        return Subject.ofTurn(Reporting.transcript(POINTERS, reported), 0, Effort.ofOneExecution());
    }

    private static String written(String calls) {
        return calls.isEmpty()
                ? ""
                : calls.replaceAll("([^ ]+?)(\\{[^ ]*})(?= |$)", "{'name': '$1', 'arguments': $2}")
                        .replace("} {'name'", "}, {'name'");
    }
}
