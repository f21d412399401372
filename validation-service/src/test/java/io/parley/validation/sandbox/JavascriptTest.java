package io.parley.validation.sandbox;

import static io.parley.contracts.Verdict.ERROR;
import static io.parley.contracts.Verdict.FAIL;
import static io.parley.contracts.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavascriptTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static Vertx vertx;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        sandbox = new Sandbox(vertx, new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        sandbox.stop();
        vertx.close().await().atMost(LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            output.includes("sun")                        | some sun    | PASS  | 1   | the script returns true for the answer "some sun"
            output.includes("sun")                        | some rain   | FAIL  | 0   | the script returns false for the answer "some rain"
            return output.length > 2;                     | abc         | PASS  | 1   | the script returns true for the answer "abc"
            `const n = output.length;\nreturn n > 2`      | ab          | FAIL  | 0   | the script returns false for the answer "ab"
            0.7                                           | x           | PASS  | 0.7 | the script returns 0.7 for the answer "x"
            0.5                                           | x           | PASS  | 0.5 | the script returns 0.5 for the answer "x"
            0.49                                          | x           | FAIL  | 0.49| the script returns 0.49 for the answer "x"
            ({pass: true})                                | x           | PASS  | 1   | the script returns {pass: true, score: 1.0} for the answer "x"
            {pass: false, score: 0.9, reason: "too short"} | x          | FAIL  | 0.9 | the script says of the answer: too short
            json.city === "Köln"                          | {"city":"Köln"} | PASS | 1 | the script returns true for the answer "{"city":"Köln"}"
            json === null                                 | {"city":    | PASS  | 1   | the script returns true for the answer "{"city":"
            [...output].length === 1 && output === "👍"   | 👍          | PASS  | 1   | the script returns true for the answer "👍"
            output === ""                                 | ``          | PASS  | 1   | the script returns true for the answer ""
            turns.length === 1 && turns[0].user === "?" && turns[0].latencyMs === 100 | x | PASS | 1 | the script returns true for the answer "x"
            output.match(/^(\\d+) degrees$/)?.[1] === "21" | 21 degrees | PASS  | 1   | the script returns true for the answer "21 degrees"
            (console.log(output), true)                   | x           | PASS  | 1   | the script returns true for the answer "x"
            1.1                                           | x           | ERROR | 0   | the script returns the score 1.1, which is not from 0 to 1
            0 / 0                                         | x           | ERROR | 0   | the script returns the score null, which is not from 0 to 1
            "yes"                                         | x           | ERROR | 0   | the script returns string, not true or false, a number or an object with pass
            undefined                                     | x           | ERROR | 0   | the script returns undefined, not true or false, a number or an object with pass
            null                                          | x           | ERROR | 0   | the script returns null, not true or false, a number or an object with pass
            [true]                                        | x           | ERROR | 0   | the script returns array, not true or false, a number or an object with pass
            Promise.resolve(true)                         | x           | ERROR | 0   | the script returns promise, not true or false, a number or an object with pass
            {score: 1}                                    | x           | ERROR | 0   | the script returns an object whose pass is not true or false
            {pass: true, reason: 7}                       | x           | ERROR | 0   | the script returns an object whose reason is no text
            throw new Error("no city");                   | x           | ERROR | 0   | the script throws Error: no city (line 1, column 11)
            `let x = 1;\n x.y.z()`                       | x           | ERROR | 0   | the script throws TypeError: cannot read property 'z' of undefined (line 2, column 2)
            throw {toString() { throw 1 }}                | x           | ERROR | 0   | the script throws something that has no text
            `let a = 1;\nreturn a +* 2;`                  | x           | ERROR | 0   | the script is no JavaScript, SyntaxError: unexpected token in expression: '*' (line 2)
            """)
    void the_script_decides(String script, String answer, Verdict verdict, double score, String reason) {
        Finding finding = check(Map.of("javascript", script), answer);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.score()).isEqualTo(score);
        assertThat(check(Map.of("not", Map.of("javascript", script)), answer).verdict())
                .isEqualTo(verdict == ERROR ? ERROR : verdict == PASS ? FAIL : PASS);
    }

    @Test
    void a_turn_has_the_conversation_up_to_it_and_the_conversation_all_of_it() {
        Subject second = Subject.ofTurn(Checking.transcript("a", "b", "c"), 1, Effort.ofOneExecution());
        Subject whole = Subject.ofConversation(Checking.transcript("a", "{\"b\": 1}"), Effort.ofOneExecution());

        assertThat(check(
                                Map.of(
                                        "javascript",
                                        "turns.map(turn => turn.answer).join() === 'a,b' && output === 'b'"),
                                second)
                        .verdict())
                .isEqualTo(PASS);
        assertThat(check(Map.of("javascript", "turns.length === 2 && json.b === 1 && output.startsWith('a\\n')"), whole)
                        .reason())
                .isEqualTo("the script returns true for the conversation \"a\\n{\"b\": 1}\"");
    }

    @Test
    void a_huge_answer_is_looked_at() {
        assertThat(check(Map.of("javascript", "output.length === 1048576"), "x".repeat(1 << 20))
                        .verdict())
                .isEqualTo(PASS);
    }

    @Test
    void a_reason_is_cleaned_and_shortened() {
        Finding finding = check(Map.of("javascript", "{pass: true, reason: '\\u0000' + 'x'.repeat(5000)}"), "x");

        assertThat(finding.reason())
                .startsWith("the script says of the answer: \\u0000xxx")
                .hasSizeLessThan(1_100);
    }

    private static Finding check(Map<String, Object> assertion, String answer) {
        return check(assertion, Subject.ofTurn(Checking.transcript(answer), 0, Effort.ofOneExecution()));
    }

    private static Finding check(Map<String, Object> assertion, Subject subject) {
        Expectation expectation = Checking.read(assertion);
        Answers answers = Answers.of(sandbox.answer(
                        expectation.needs(subject).map(Evaluation.class::cast).toList())
                .await()
                .atMost(LONG));
        return expectation.check(subject, answers);
    }
}
