package io.parley.validation.scoring;

import static io.parley.contracts.Verdict.ERROR;
import static io.parley.contracts.Verdict.FAIL;
import static io.parley.contracts.Verdict.PASS;
import static io.parley.contracts.Verdict.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionValidated;
import io.parley.validation.assertions.Answers;
import io.parley.validation.catalogue.AssertionReader;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScoringTest {

    private final AssertionReader reader = new AssertionReader();

    @Test
    void the_verdict_is_of_the_same_execution_and_attempt() {
        ExecutionCompleted completed = new Completed().turn("hi").event();

        ExecutionValidated validated = score(completed);

        assertThat(validated.executionId()).isEqualTo(completed.executionId());
        assertThat(validated.attempt()).isEqualTo(completed.attempt());
        assertThat(validated.runId()).isEqualTo(completed.runId());
        assertThat(validated.workspaceId()).isEqualTo(completed.workspaceId());
    }

    @Test
    void every_assertion_has_its_result_turn_by_turn_and_then_of_the_conversation() {
        ExecutionValidated validated = score(new Completed()
                .turn("It is sunny", "{'contains': 'sunny', 'weight': 3}", "{'latency': {'at-most': '1s'}}")
                .turn("Rain", "{'equals': 'Snow'}")
                .conversation("{'contains': 'sunny\\nRain'}")
                .event());

        assertThat(validated.results())
                .extracting(
                        AssertionResult::type,
                        AssertionResult::turn,
                        AssertionResult::verdict,
                        AssertionResult::score,
                        AssertionResult::weight,
                        AssertionResult::reason)
                .containsExactly(
                        tuple("contains", 0, PASS, 1.0, 3.0, "the answer contains \"sunny\""),
                        tuple("latency", 0, PASS, 1.0, 1.0, "the answer took 120 ms, within 1000 ms"),
                        tuple("equals", 1, FAIL, 0.0, 1.0, "the answer is not \"Snow\": \"Rain\""),
                        tuple("contains", null, PASS, 1.0, 1.0, "the conversation contains \"sunny\\nRain\""));
        assertThat(validated.verdict()).isEqualTo(FAIL);
        assertThat(validated.score()).isEqualTo(5.0 / 6);
    }

    @Test
    void a_threshold_lets_a_failed_assertion_pass() {
        Completed completed = new Completed().turn("a", "{'equals': 'a', 'weight': 3}", "{'equals': 'b'}");

        assertThat(score(completed.threshold(0.75).event()).verdict()).isEqualTo(PASS);
        assertThat(score(completed.threshold(0.8).event()).verdict()).isEqualTo(FAIL);
    }

    @Test
    void nothing_expected_is_unsure_with_that_reason() {
        ExecutionValidated validated =
                score(new Completed().turn("hi").turn("ho").event());

        assertThat(validated.verdict()).isEqualTo(UNSURE);
        assertThat(validated.results())
                .extracting(AssertionResult::type, AssertionResult::turn, AssertionResult::reason)
                .containsExactly(tuple("expect", null, "nothing was expected"));
    }

    @Test
    void a_conversation_that_broke_off_is_an_error_with_the_failures_reason() {
        ExecutionValidated validated = score(new Completed()
                .turn("hi", "{'contains': 'hi'}")
                .notHeld("{'contains': 'x', 'weight': 2}", "{'not': {'contains': 'x'}}")
                .notHeld()
                .conversation("{'not': {'contains': 'sorry'}}", "{'contains': 'goodbye'}")
                .brokenOff("turn-timeout", "no answer to turn 2 within 10 s")
                .event());

        assertThat(validated.verdict()).isEqualTo(ERROR);
        assertThat(validated.results())
                .extracting(
                        AssertionResult::type, AssertionResult::turn, AssertionResult::verdict, AssertionResult::reason)
                .containsExactly(
                        tuple("conversation", 1, ERROR, "no answer to turn 2 within 10 s"),
                        tuple("contains", 0, PASS, "the answer contains \"hi\""),
                        tuple("contains", 1, ERROR, "this turn was not held: no answer to turn 2 within 10 s"),
                        tuple("not", 1, ERROR, "this turn was not held: no answer to turn 2 within 10 s"),
                        tuple(
                                "not",
                                null,
                                ERROR,
                                "the conversation was not held to its end: no answer to turn 2 within 10 s"),
                        tuple(
                                "contains",
                                null,
                                ERROR,
                                "the conversation was not held to its end: no answer to turn 2 within 10 s"));
        assertThat(validated.results().getFirst().evidence()).isEqualTo(Map.of("code", "turn-timeout"));
    }

    @Test
    void a_failure_before_the_first_answer_is_an_error_even_if_nothing_was_expected() {
        ExecutionValidated validated = score(new Completed()
                .notHeld()
                .brokenOff("target-unreachable", "connection refused")
                .event());

        assertThat(validated.verdict()).isEqualTo(ERROR);
        assertThat(validated.results()).hasSize(1);
    }

    @Test
    void an_answer_that_failed_before_the_conversation_broke_off_stays_a_failure() {
        ExecutionValidated validated = score(new Completed()
                .turn("no", "{'equals': 'yes'}")
                .notHeld("{'equals': 'yes'}")
                .brokenOff("target-unreachable", "connection refused")
                .event());

        assertThat(validated.verdict()).isEqualTo(FAIL);
    }

    @Test
    void a_turn_that_was_not_held_for_no_known_reason_is_an_error() {
        ExecutionValidated validated = score(new Completed()
                .turn("hi", "{'equals': 'hi'}")
                .notHeld("{'equals': 'ho'}")
                .event());

        assertThat(validated.verdict()).isEqualTo(ERROR);
        assertThat(validated.results().getLast().reason()).isEqualTo("this turn was not held");
    }

    @Test
    void a_malformed_assertion_is_an_error_that_names_it_and_leaves_the_others_alone() {
        ExecutionValidated validated = score(new Completed()
                .turn(
                        "hi",
                        "{'containz': 'hi'}",
                        "{'regex': '(', 'weight': 7}",
                        "{'contains': ''}",
                        "{'contains': 'hi'}")
                .event());

        assertThat(validated.verdict()).isEqualTo(ERROR);
        assertThat(validated.results())
                .extracting(AssertionResult::type, AssertionResult::verdict, AssertionResult::reason)
                .containsExactly(
                        tuple(
                                "containz",
                                ERROR,
                                "this assertion is malformed: needs exactly one known assertion, has the keys [containz]"),
                        tuple(
                                "regex",
                                ERROR,
                                "this assertion is malformed: regex is no regular expression of RE2 syntax: missing closing ) `(`"),
                        tuple(
                                "contains",
                                ERROR,
                                "this assertion is malformed: contains looks for an empty text; are its variables empty?"),
                        tuple("contains", PASS, "the answer contains \"hi\""));
    }

    @Test
    void the_opposite_of_what_could_not_be_checked_is_an_error_too() {
        assertThat(score(new Completed().turn("hi", "{'not': {'regex': '('}}").event())
                        .verdict())
                .isEqualTo(ERROR);
        assertThat(score(new Completed()
                                .turn("hi", "{'not': {'containz': 'x'}}")
                                .event())
                        .verdict())
                .isEqualTo(ERROR);
    }

    @Test
    @Timeout(10)
    void an_execution_that_would_take_minutes_is_given_up_assertion_by_assertion() {
        String[] hostile =
                Stream.generate(() -> "{'regex': '[^a]{1,1000}y'}").limit(50).toArray(String[]::new);

        ExecutionValidated validated =
                score(new Completed().turn("x".repeat(1 << 20), hostile).event());

        assertThat(validated.verdict()).isEqualTo(ERROR);
        assertThat(validated.results())
                .hasSize(50)
                .allSatisfy(result -> assertThat(result.reason())
                        .isEqualTo("checking this takes too much work on an answer of this size"));
    }

    @Test
    @Timeout(10)
    void patterns_that_make_backtracking_engines_hang_end_promptly() {
        ExecutionValidated validated = score(new Completed()
                .turn("x".repeat(50_000), "{'regex': '(x+x+)+y'}", "{'regex': '^(x|xx)*y$'}", "{'regex': '(.*)*y'}")
                .event());

        assertThat(validated.results()).extracting(AssertionResult::verdict).containsOnly(FAIL);
    }

    private ExecutionValidated score(ExecutionCompleted completed) {
        return Scoring.of(reader, completed).validated(Answers.none());
    }
}
